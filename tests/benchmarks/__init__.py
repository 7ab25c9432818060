"""What heavy pages and files cost with few and with many rows: `make bench`."""
