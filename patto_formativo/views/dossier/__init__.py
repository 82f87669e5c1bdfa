"""The pages of the dossier, of the credits, of the certificate."""
