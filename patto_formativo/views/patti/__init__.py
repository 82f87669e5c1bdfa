"""The screens of the agreement: plan, versions, sections, lists."""
