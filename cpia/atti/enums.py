from django.db import models


class Verso(models.TextChoices):
    USCITA = "uscita", "in uscita"
    ENTRATA = "entrata", "in entrata"
    INTERNO = "interno", "interno"


class RegistroNumeri(models.TextChoices):
    """The series in which the office numbers its acts, each from 1 every calendar year."""

    PROTOCOLLO = "protocollo", "protocollo"
    ALBO = "albo", "repertorio dell’albo"


class CategoriaAlbo(models.TextChoices):
    """The kinds of acts on a school's albo, as the theme of the school sites names them."""

    BANDI = "bandi", "Bandi e gare"
    CONTRATTI_ATA = "contratti_ata", "Contratti – Personale ATA"
    CONTRATTI_DOCENTI = "contratti_docenti", "Contratti – Personale Docente"
    CONVENZIONI = "convenzioni", "Contratti e convenzioni"
    CONVOCAZIONI = "convocazioni", "Convocazioni"
    DELIBERE = "delibere", "Delibere Consiglio di Istituto"
    ALTRE_PA = "altre_pa", "Documenti altre P.A."
    ESITI = "esiti", "Esiti esami"
    GRADUATORIE = "graduatorie", "Graduatorie"
    ORGANI = "organi", "Organi collegiali"
    ELEZIONI = "elezioni", "Organi collegiali – Elezioni"
    PRIVACY = "privacy", "Privacy"
    PROGRAMMI = "programmi", "Programmi annuali e Consuntivi"
    REGOLAMENTI = "regolamenti", "Regolamenti"
    SICUREZZA = "sicurezza", "Sicurezza"


class VersioneFile(models.TextChoices):
    """The whole paper stays in the office; the public may see it with something left out."""

    INTEGRALE = "integrale", "integrale"
    OMISSIS = "omissis", "con omissis"
