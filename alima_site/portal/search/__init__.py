"""Search over everything published: words.py → documents.py → index.py, and back by finding.py."""
