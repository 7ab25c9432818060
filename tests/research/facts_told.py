"""What a list of facts tells, by label."""


def values(facts):
    return {str(fact.label): fact.value for fact in facts}


def addresses(facts):
    return {str(fact.label): fact.url for fact in facts if fact.url}
