"""Choices of the calls: to whom they are open, in which order, where they stand."""

from cpia.norme.enums import Voce


class Fase(Voce):
    """To whom a call is open, in the order in which a school turns to them."""

    INTERNI = "interni", "personale della scuola"
    ALTRE_SCUOLE = "altre_scuole", "personale di altre scuole"
    ESTERNI = "esterni", "esterni"


class OrdineAvvisi(Voce):
    """Whether one call follows the other, or one holds all with precedences."""

    IN_FASI = "in_fasi", "un avviso dopo l’altro"
    UNICO = "unico_con_precedenze", "un solo avviso con precedenze"


class MotivoImpossibilita(Voce):
    """Why the need could not be met with who was asked."""

    NESSUNA_DOMANDA = "nessuna_domanda", "nessuno ha presentato domanda"
    NESSUN_IDONEO = "nessun_idoneo", "nessuno dei candidati è risultato idoneo"
    POSTI_RIMASTI = "posti_rimasti", "i candidati idonei non bastano per tutti i posti"
    RINUNCE = "rinunce", "chi era in graduatoria ha rinunciato"


class FormaCig(Voce):
    """The three ways in which a CIG was given out."""

    SIMOG = "simog", "CIG con la prima cifra numerica"
    PIATTAFORMA = "piattaforma", "CIG che comincia con una lettera da A a U"
    SMART = "smart", "SmartCIG, che comincia con X, Y o Z"


class StatoAvviso(Voce):
    """Where a call stands; that its term is over is told by the clock, not by a state."""

    BOZZA = "bozza", "bozza"
    PUBBLICATO = "pubblicato", "pubblicato"
    CONCLUSO = "concluso", "concluso"
    REVOCATO = "revocato", "revocato"
