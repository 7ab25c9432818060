"""Cards that stand for a page where it is shared: cards.py has the words, picture.py draws."""
