"""A catalogue from the data of its file, with its rows tied to each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cpia.scuola.parole import elenco
from disciplina.rules.catalogo.lettura import crea
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe import Competenza, Comportamento, Sanzione


def catalogo_da(dati: Mapping[str, object], slug: str) -> Catalogo:
    """The catalogue that the data describe.

    Raises ValueError, in Italian and with the place, for what is badly written, a code used
    twice, a row that names another one which is not there.
    """
    catalogo = crea(Catalogo, {**dati, "slug": slug}, slug)
    guasti = [*_doppi(catalogo), *_slegati(catalogo), *_capovolti(catalogo)]
    if guasti:
        raise ValueError(f"{slug}: {'; '.join(guasti)}")
    return catalogo


def _doppi(catalogo: Catalogo) -> Iterator[str]:
    codici = {
        "doveri": [dovere.numero for dovere in catalogo.doveri],
        "mancanze": [mancanza.codice for mancanza in catalogo.mancanze],
        "sanzioni": [sanzione.codice for sanzione in catalogo.sanzioni],
        "scale": [scala.dovere for scala in catalogo.scale],
    }
    for parte, suoi in codici.items():
        doppi = [codice for codice, volte in Counter(suoi).items() if volte > 1]
        if doppi:
            yield f"{parte}, scritto due volte {elenco(doppi)}"


def _slegati(catalogo: Catalogo) -> Iterator[str]:
    doveri = {dovere.numero for dovere in catalogo.doveri}
    sanzioni = {sanzione.codice for sanzione in catalogo.sanzioni}
    for mancanza in catalogo.mancanze:
        dove = f"mancanza {mancanza.codice}"
        yield from _fuori(dove, mancanza.doveri, doveri)
        yield from _fuori(dove, mancanza.sanzioni, sanzioni)
    for scala in catalogo.scale:
        yield from _fuori("scala", [scala.dovere], doveri)
        yield from _fuori(f"scala {scala.dovere}", scala.gradini, sanzioni)
    for sanzione in catalogo.sanzioni:
        altre = [sanzione.alternativa_a] if sanzione.alternativa_a else []
        yield from _fuori(f"sanzione {sanzione.codice}", altre, sanzioni)


def _fuori(dove: str, nominati: Iterable[str], noti: set[str]) -> Iterator[str]:
    ignoti = [nome for nome in nominati if nome not in noti]
    if ignoti:
        yield f"{dove}: non c’è {elenco(ignoti)}"


def _capovolti(catalogo: Catalogo) -> Iterator[str]:
    righe: tuple[Sanzione | Competenza | Comportamento, ...] = (
        *catalogo.sanzioni,
        *catalogo.competenze,
        *catalogo.comportamento,
    )
    for riga in righe:
        if riga.al is not None and riga.al < riga.dal:
            yield f"{riga.articolo}: i giorni finiscono prima di cominciare"
