"""Why a print was given up. The messages are shown to the person who asked for it."""


class StampaFallita(Exception):
    """The document could not be printed."""


class StampaTroppoGrande(StampaFallita):
    """The text to print is beyond what any act of a school needs."""


class StampaTroppoLunga(StampaFallita):
    """The print used up its processor time."""


class StampaTroppoPesante(StampaFallita):
    """The print used up its memory."""


class CaratteriNonStampabili(StampaFallita):
    """No installed font has these characters: a box would stand in their place on the act."""

    def __init__(self, caratteri: str) -> None:
        super().__init__(f"Nessun carattere di stampa per: {' '.join(caratteri)}")
        self.caratteri = caratteri
