"""Where a regulation contradicts itself: shown with both texts, repaired in silence never."""

from collections.abc import Iterator
from datetime import date

from disciplina.enums import CodiceRilievo
from disciplina.rules.catalogo.contro_statuto import contro_lo_statuto
from disciplina.rules.catalogo.giorni import sui_giorni
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.rilievi import Lettura, Rilievo


def controlla(catalogo: Catalogo, giorno: date) -> tuple[Rilievo, ...]:
    """The findings of a catalogue on a day: against itself first, then against the Statute."""
    return (
        *sui_giorni(catalogo),
        *_termini(catalogo),
        *_garanzia(catalogo),
        *_guasti(catalogo),
        *contro_lo_statuto(catalogo, giorno),
    )


def _termini(catalogo: Catalogo) -> Iterator[Rilievo]:
    for via in catalogo.vie:
        if via.giorni is not None and via.altri_giorni is not None:
            yield Rilievo(
                CodiceRilievo.TERMINE_DIVERSO,
                via.articolo,
                f"Per ricorrere all’{via.giudice.etichetta}: {via.giorni} giorni, oppure "
                f"{via.altri_giorni}.",
                Lettura(catalogo.fonte(via.articolo), via.testo),
                Lettura(catalogo.fonte(via.altro_articolo), via.altro_testo),
                f"{via.giorni} giorni, come il D.P.R. 249/1998, art. 5 c. 1",
            )


def _garanzia(catalogo: Catalogo) -> Iterator[Rilievo]:
    garanzia = catalogo.garanzia
    if garanzia.altro_giudice:
        yield Rilievo(
            CodiceRilievo.GARANZIA_DIVERSA,
            garanzia.altro_articolo,
            f"L’organo di garanzia ha {garanzia.componenti} componenti, oppure è il "
            f"{garanzia.altro_giudice}, che fa le veci del consiglio d’istituto.",
            Lettura(catalogo.fonte(garanzia.articolo), garanzia.testo),
            Lettura(catalogo.fonte(garanzia.altro_articolo), garanzia.altro_testo),
            f"i {garanzia.componenti} componenti: chi ha deciso non giudica il proprio atto",
        )


def _guasti(catalogo: Catalogo) -> Iterator[Rilievo]:
    for guasto in catalogo.guasti:
        yield Rilievo(
            CodiceRilievo.TESTO_GUASTO,
            guasto.articolo,
            f"Il testo non è intero: «{guasto.testo}».",
            Lettura(catalogo.fonte(guasto.articolo), guasto.testo),
            Lettura("lettura del portale", guasto.letto),
            guasto.letto,
        )
