"""Search over all that is published: words.py → documents.py → index.py, back by finding.py."""
