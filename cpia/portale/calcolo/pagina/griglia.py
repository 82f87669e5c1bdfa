"""How the kind ``griglia`` is asked, a grid at a time, and answered on the page."""

from dataclasses import replace
from functools import cache

from cpia.portale.calcolo.pagina.descrizione import (
    Campo,
    Elenco,
    Genere,
    Gruppo,
    Modulo,
    Varianti,
    Voce,
    scelte,
)
from cpia.portale.calcolo.pagina.griglia_voci import esempio_di, parte
from selezioni_pon.enums import CodiceRilievo, FasciaContesa
from selezioni_pon.griglie import griglia, slug_disponibili
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.griglia.controllo import controlla
from selezioni_pon.rules.griglia.modello import Sezione

NESSUNO = "nessuno"
CONTESA = Campo(
    "contesa",
    "Se due fasce tengono lo stesso voto",
    Genere.SCELTA,
    scelte(FasciaContesa),
    FasciaContesa.PIU_FAVOREVOLE,
)


@cache
def modulo_di(slug: str) -> Modulo:
    """The form of one grid: its items by section, and what it is to know of it before."""
    quale = griglia(slug)
    rilievi = controlla(quale)
    contesi = any(uno.codice is CodiceRilievo.FASCE_SOVRAPPOSTE for uno in rilievi)
    return replace(
        MODULO,
        titolo=f"{MODULO.titolo}, {quale.titolo[:1].lower()}{quale.titolo[1:]}",
        riga=f"{quale.fonte}. Una voce lasciata vuota vale 0.",
        esempio={"griglia": slug, "titoli": esempio_di(quale)},
        note=(*(uno.testo for uno in rilievi), *quale.avvertenze),
        fissi={"griglia": slug, "titoli": {}},
        campi=(CONTESA,) if contesi else (),
        gruppi=tuple(_gruppo(sezione) for sezione in quale.sezioni),
    )


def _gruppo(sezione: Sezione) -> Gruppo:
    tetto = "" if sezione.tetto is None else f" (al più {in_punti(sezione.tetto)})"
    titolo = f"{sezione.sigla}. {sezione.titolo}{tetto}"
    return Gruppo(titolo, tuple(parte(voce) for voce in sezione.voci))


def _scelte() -> tuple[tuple[str, str], ...]:
    return tuple((slug, griglia(slug).titolo) for slug in slug_disponibili())


CONTROLLO = Modulo(
    titolo="Controllo di una griglia",
    riga="Che cosa non torna in una griglia.",
    elenco="rilievi",
    niente="Nessun rilievo.",
    voci=(Voce("dove", "Dove"), Voce("testo", "Che cosa non torna")),
)
MODULO = Modulo(
    titolo="Punteggio di una selezione",
    riga="Si prova quanti punti dà una griglia ai titoli di chi si candida, voce per voce. Prima "
    "si sceglie la griglia.",
    esempio={
        "griglia": "ic-pinocchio-2018/referente-valutazione",
        "titoli": {"1": True, "2": {"voto": 108}, "3": True, "5": 2, "6": 7},
    },
    varianti=Varianti(Campo("griglia", "Griglia", Genere.SCELTA, _scelte()), modulo_di),
    elenco="voci",
    niente="Nessuna voce.",
    voci=(
        Voce("voce", "Voce"),
        Voce("punti", "Punti", Genere.INTERO),
        Voce("tetto", "Al più", Genere.INTERO, vuoto=NESSUNO),
        Voce("tagliato", "Tagliata"),
    ),
    altri=(
        Elenco(
            "sezioni",
            "Sezioni",
            (
                Voce("sezione", "Sezione"),
                Voce("punti", "Punti", Genere.INTERO),
                Voce("tetto", "Al più", Genere.INTERO, vuoto=NESSUNO),
                Voce("tagliato", "Tagliata"),
            ),
        ),
    ),
    totali=(Voce("totale", "Totale", Genere.INTERO),),
    altra=CONTROLLO,
)
