"""
What is known of each of the four commitments, and of a donor's six questions: each answer
with its records and sources, and what would be needed where nothing is published.
"""
