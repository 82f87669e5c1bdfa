"""What people write about enrolment, dossier and agreement."""
