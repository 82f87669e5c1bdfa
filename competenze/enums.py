"""The words of the certification of competences: plain enums, shared by rules and models.

They carry no Django, so that the rules may use them; a model writes ``choices=scelte(Livello)``.
"""

from typing import Self

from cpia.norme.enums import Voce


class Livello(Voce):
    """The four levels of DM 14/2024 with their number in the means, and "not assessed".

    The number is a convention (4 to 1), not part of the decree; NV has none and is not counted.
    """

    numero: int | None

    def __new__(cls, codice: str, etichetta: str = "", numero: int | None = None) -> Self:
        livello = str.__new__(cls, codice)
        livello._value_ = codice
        livello.etichetta = etichetta
        livello.numero = numero
        return livello

    A = "A", "Avanzato", 4
    B = "B", "Intermedio", 3
    C = "C", "Base", 2
    D = "D", "Iniziale", 1
    NV = "NV", "Non valutato", None


class Mezzo(Voce):
    """What becomes of a mean exactly halfway between two levels."""

    IN_SU = "in_su", "Sale al livello superiore"
    IN_GIU = "in_giu", "Scende al livello inferiore"


class StatoRilevazione(Voce):
    """A campaign: prepared, running, ended."""

    BOZZA = "bozza", "Bozza"
    APERTA = "aperta", "Aperta"
    CHIUSA = "chiusa", "Chiusa"


class StatoClasse(Voce):
    """A class within a campaign: open, frozen before the scrutinio, certified after it."""

    APERTA = "aperta", "Aperta"
    CONGELATA = "congelata", "Congelata"
    CERTIFICATA = "certificata", "Certificata"


class StatoInserimento(Voce):
    """The entry of one subject in one class: still open, or registered by the teacher."""

    APERTO = "aperto", "In corso"
    REGISTRATO = "registrato", "Registrato"


class OrigineLivello(Voce):
    """Where a level comes from: the mean, the coordinator, the consiglio di classe."""

    MEDIA = "media", "Media delle valutazioni"
    DECISIONE = "decisione", "Decisione del coordinatore"
    CONSIGLIO = "consiglio", "Delibera del consiglio di classe"


class TipoPromemoria(Voce):
    """What a reminder of a campaign is about."""

    APERTURA = "apertura", "Si inseriscono le competenze"
    TERMINE_VICINO = "termine_vicino", "Mancano livelli e il termine si avvicina"
    TERMINE_PASSATO = "termine_passato", "Il termine è passato e mancano livelli"
    CONSULTAZIONE = "consultazione", "Si apre la consultazione del coordinatore"
    CERTIFICAZIONE = "certificazione", "La classe non è pronta per lo scrutinio di domani"


class Destinatario(Voce):
    """Who gets a reminder of a campaign."""

    DOCENTI = "docenti", "i docenti della classe"
    DOCENTI_MANCANTI = "docenti_mancanti", "i docenti con livelli mancanti"
    COORDINATORE = "coordinatore", "il coordinatore"
    DIRIGENTE = "dirigente", "il dirigente"
