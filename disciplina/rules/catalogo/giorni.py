"""What a regulation says against itself on days and organs of the removals."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from cpia.scuola.parole import elenco, plurale
from disciplina.enums import CodiceRilievo, Provvedimento
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe import Competenza, Sanzione
from disciplina.rules.catalogo.rilievi import Lettura, Rilievo

SECONDA: Final = " (seconda)"


def sui_giorni(catalogo: Catalogo) -> Iterator[Rilievo]:
    """Limits upside down, two organs, two steps, a letter printed twice, two behaviour rules."""
    yield from _capovolti(catalogo)
    yield from _organi(catalogo)
    yield from _gradi(catalogo)
    yield from _lettere(catalogo)
    yield from _comportamento(catalogo)


def _capovolti(catalogo: Catalogo) -> Iterator[Rilievo]:
    """«Superiore a cinque e non inferiore a quindici»: the days in between are of nobody."""
    for riga in catalogo.competenze:
        if riga.non_inferiore_a is None or riga.al is None:
            continue
        scoperti = f"da {riga.dal} a {riga.non_inferiore_a - 1}"
        yield Rilievo(
            CodiceRilievo.LIMITI_CAPOVOLTI,
            riga.articolo,
            f"«Non inferiore a {riga.non_inferiore_a}» lascia senza organo i giorni {scoperti}.",
            Lettura(catalogo.fonte(riga.articolo), riga.testo),
            _oltre(catalogo, riga),
            f"da {riga.dal} a {riga.al} giorni: «non superiore a {riga.al}»",
        )


def _oltre(catalogo: Catalogo, riga: Competenza) -> Lettura:
    """The row that begins where this one should end."""
    dopo = next(altra for altra in catalogo.competenze if altra.dal > riga.dal)
    return Lettura(catalogo.fonte(dopo.articolo), dopo.testo)


def _organi(catalogo: Catalogo) -> Iterator[Rilievo]:
    """A sanction listed under an organ, whose days another article gives to another one."""
    for sanzione in catalogo.del_tipo(Provvedimento.SOSPENSIONE):
        competenza = next(c for c in catalogo.competenze if c.comprende(sanzione.dal))
        diverso = competenza.organo not in sanzione.organi
        ridotto = sanzione.composizione not in (None, competenza.composizione)
        if diverso or ridotto:
            yield Rilievo(
                CodiceRilievo.ORGANO_DIVERSO,
                sanzione.articolo,
                f"{sanzione.nome}: {_chi(sanzione)}, oppure {_chi(competenza)}.",
                Lettura(catalogo.fonte(sanzione.articolo), _chi(sanzione)),
                Lettura(catalogo.fonte(competenza.articolo), competenza.testo),
                _chi(competenza),
            )


def _chi(riga: Sanzione | Competenza) -> str:
    organi = (riga.organo,) if isinstance(riga, Competenza) else riga.organi
    siede = f" {riga.composizione.etichetta}" if riga.composizione else ""
    return f"{elenco(organo.etichetta for organo in organi)}{siede}"


def _gradi(catalogo: Catalogo) -> Iterator[Rilievo]:
    """Days that two steps of the scale both hold."""
    for una, altra in combinations(catalogo.del_tipo(Provvedimento.SOSPENSIONE), 2):
        if una.codice in (altra.alternativa_a, una.alternativa_a):
            continue
        comuni = [g for g in range(altra.dal, (una.al or altra.dal - 1) + 1) if una.comprende(g)]
        if comuni:
            quali = elenco(plurale(giorni, "giorno", "giorni") for giorni in comuni)
            yield Rilievo(
                CodiceRilievo.GIORNI_IN_DUE_GRADI,
                altra.articolo,
                f"{quali}: sta in due gradi, «{una.nome}» e «{altra.nome}».",
                Lettura(catalogo.fonte(una.articolo), una.nome),
                Lettura(catalogo.fonte(altra.articolo), altra.nome),
                "il grado lo dice la mancanza, non il numero di giorni",
            )


def _lettere(catalogo: Catalogo) -> Iterator[Rilievo]:
    for sanzione in catalogo.sanzioni:
        if not sanzione.articolo.endswith(SECONDA):
            continue
        stampata = sanzione.articolo.removesuffix(SECONDA)
        prima = next(una for una in catalogo.sanzioni if una.articolo == stampata)
        yield Rilievo(
            CodiceRilievo.LETTERA_RIPETUTA,
            sanzione.articolo,
            f"La stessa lettera per «{prima.nome}» e per «{sanzione.nome}».",
            Lettura(catalogo.fonte(stampata), prima.nome),
            Lettura(catalogo.fonte(sanzione.articolo), sanzione.nome),
            f"la seconda si cita «{sanzione.articolo.rpartition(', ')[2]}»",
        )


def _comportamento(catalogo: Catalogo) -> Iterator[Rilievo]:
    """A sanction that may lower the behaviour mark for days which the other article leaves out."""
    regole = catalogo.comportamento
    for sanzione in catalogo.sanzioni:
        if sanzione.comportamento is None or not regole:
            continue
        fuori = [g for g in range(sanzione.dal, (sanzione.al or sanzione.dal) + 1)
                 if not any(regola.comprende(g) for regola in regole)]  # fmt: skip
        if fuori:
            quali = elenco(plurale(giorni, "giorno", "giorni") for giorni in fuori)
            yield Rilievo(
                CodiceRilievo.COMPORTAMENTO_DIVERSO,
                sanzione.articolo,
                f"{quali}: qui il voto di comportamento può scendere sotto sei, là no.",
                Lettura(catalogo.fonte(sanzione.articolo), sanzione.nome),
                Lettura(catalogo.fonte(regole[0].articolo), regole[0].testo),
                "la regola più favorevole allo studente, quella della valutazione",
            )
