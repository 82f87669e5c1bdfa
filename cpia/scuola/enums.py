"""Choices of the ground: kinds of institute, roles, bonds between persons."""

from django.db import models


class TipoIstituto(models.TextChoices):
    CPIA = "cpia", "Centro provinciale per l’istruzione degli adulti"
    COMPRENSIVO = "comprensivo", "Istituto comprensivo"
    SUPERIORE = "superiore", "Istituto di istruzione superiore"


class Sesso(models.TextChoices):
    FEMMINILE = "F", "femminile"
    MASCHILE = "M", "maschile"


class Ruolo(models.TextChoices):
    DIRIGENTE = "dirigente", "dirigente"
    COLLABORATORE = "collaboratore", "collaboratore del dirigente"
    DSGA = "dsga", "direttore dei servizi generali e amministrativi"
    SEGRETERIA_DIDATTICA = "segreteria_didattica", "segreteria didattica"
    SEGRETERIA_PERSONALE = "segreteria_personale", "segreteria del personale"
    SEGRETERIA_PROTOCOLLO = "segreteria_protocollo", "segreteria, protocollo"
    # Who works in the offices has a role of the office; these are all the others who do not teach.
    ATA = "ata", "personale ATA"
    DOCENTE = "docente", "docente"
    COORDINATORE = "coordinatore", "coordinatore di classe"
    COORDINATORE_SEDE = "coordinatore_sede", "coordinatore di sede"
    TUTOR = "tutor", "tutor"
    VERBALIZZANTE = "verbalizzante", "segretario verbalizzante"
    COMPONENTE = "componente", "componente di organo"
    PRESIDENTE = "presidente", "presidente di organo"
    COMMISSARIO = "commissario", "commissario straordinario"
    COMMISSIONE = "commissione", "componente di commissione"
    STUDENTE = "studente", "studente"
    RESPONSABILE = "responsabile", "genitore o responsabile"
    CANDIDATO = "candidato", "candidato esterno"
    AMMINISTRATORE = "amministratore", "amministratore di sistema"


class Esito(models.TextChoices):
    """What becomes of a student when the school year ends."""

    AMMESSO = "ammesso", "ammesso alla classe successiva"
    NON_AMMESSO = "non_ammesso", "non ammesso: ripete"
    CONCLUDE = "conclude", "conclude il corso"
    LASCIA = "lascia", "lascia la scuola"


class ModoDocenti(models.TextChoices):
    """Where subjects, teachers and coordinators of a class go when the year changes."""

    SEGUE = "segue", "seguono la classe"
    RESTA = "resta", "restano sull’anno di corso"


class Legame(models.TextChoices):
    GENITORE = "genitore", "genitore"
    TUTORE = "tutore", "tutore"
    AFFIDATARIO = "affidatario", "affidatario"
    COMUNITA = "comunita", "responsabile di comunità"


class Ordinamento(models.TextChoices):
    LICEO = "liceo", "liceo"
    TECNICO = "tecnico", "istituto tecnico"
    PROFESSIONALE = "professionale", "istituto professionale"
    PRIMO_CICLO = "primo_ciclo", "primo ciclo"
    ADULTI = "adulti", "istruzione degli adulti"


class TipoGruppo(models.TextChoices):
    """Why only some students of a class follow a subject."""

    LINGUA = "lingua", "lingua straniera"
    RELIGIONE = "religione", "religione cattolica"
    ALTERNATIVA = "alternativa", "attività alternativa"
    ALTRO = "altro", "altro"
