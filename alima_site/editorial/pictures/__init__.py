"""
The one door for pictures: photographs and partners' logos.

door.py looks at the file, renderer.py (a process of its own, with little memory and time)
opens it and makes what is kept, store.py keeps it.
"""
