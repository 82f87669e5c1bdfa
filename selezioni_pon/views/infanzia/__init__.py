"""The pages of the enrolments at the scuola dell’infanzia."""
