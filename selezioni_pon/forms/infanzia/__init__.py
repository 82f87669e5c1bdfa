"""What is typed of the enrolments at the scuola dell’infanzia."""
