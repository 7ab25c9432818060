"""The history of the alliance, told by its records."""
