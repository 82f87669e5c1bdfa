"""What is read of the enrolments at the scuola dell’infanzia."""
