"""Choices of the enrolments at the scuola dell’infanzia."""

from cpia.norme.enums import Voce


class EtaInfanzia(Voce):
    """What the day of birth makes of an application to the scuola dell’infanzia."""

    ORDINARIA = "ordinaria", "tre anni entro dicembre"
    ANTICIPO = "anticipo", "in anticipo"
    TROPPO_PRESTO = "troppo_presto", "troppo presto per l’iscrizione"
    OBBLIGO = "obbligo", "in età di scuola primaria"


class GruppoPrecedenza(Voce):
    """Who has a place before any point is counted."""

    GIA_ISCRITTI = "gia_iscritti", "già iscritti alla sezione"
    DISABILITA = "disabilita", "disabilità con diagnosi funzionale"
    SERVIZI_SOCIALI = "servizi_sociali", "seguiti dai servizi sociali"


class ConteggioAnticipi(Voce):
    """Which early children count among those enrolled in a section."""

    CON_GLI_AMMESSI = "con_gli_ammessi", "solo quelli ammessi"
    CON_LE_DOMANDE = "con_le_domande", "tutti quelli che chiedono"


class StatoPosto(Voce):
    """What somebody in a list has of the places."""

    CON_PRECEDENZA = "con_precedenza", "ammesso con precedenza"
    AMMESSO = "ammesso", "ammesso"
    IN_ATTESA = "in_attesa", "in lista di attesa"
    DA_DECIDERE = "da_decidere", "a pari merito sull’ultimo posto"
    RINUNCIA = "rinuncia", "ha rinunciato"


class TipoVersione(Voce):
    """What a version of the list of enrolments is."""

    PROVVISORIA = "provvisoria", "provvisoria"
    DEFINITIVA = "definitiva", "definitiva"
    SCORRIMENTO = "scorrimento", "scorrimento della lista di attesa"
    ANTICIPI = "anticipi", "anticipi"
