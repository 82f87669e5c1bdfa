"""The judgement of the agreement. Pure: no Django, no clock."""
