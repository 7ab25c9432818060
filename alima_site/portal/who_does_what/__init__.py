"""
Who does what in a country: ALIMA, the ministry of health, local NGOs, research bodies and
funders, each activity with its source. A country's page and the 3W file are made of the same
rows.
"""
