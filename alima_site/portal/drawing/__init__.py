"""
Drawings as inline SVG: each function says what its template in components/ draws. They are
plain shapes with class names; css/components/ gives them their colours.
"""

# The three words of the alliance; each has a colour of its name.
WORDS = ("treat", "innovate", "together")
