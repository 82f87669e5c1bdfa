"""What figures that are still being written would give: nothing is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import FormaVotazione, VotoPresidente
from organi_collegiali.models import Convocato, Proposta, Votazione
from organi_collegiali.queries.voto import voto
from organi_collegiali.queries.voto.sala import sala, votanti_di
from organi_collegiali.rules.caso import GiudizioDelVoto
from organi_collegiali.rules.voto import chi_presiede
from organi_collegiali.rules.voto.cifre import Cifre, verifica_alzata
from organi_collegiali.rules.voto.giudizio import giudica


@dataclass(frozen=True)
class Prova:
    """The figures so far: whether they add up, whether the president is asked, the result."""

    cifre: Cifre
    votanti: int
    intera: bool
    violazioni: tuple[Violazione, ...]
    decide_chi_presiede: bool
    proposte: tuple[Proposta, ...]
    esito: GiudizioDelVoto | None
    presidente: str = ""

    @property
    def somma(self) -> str:
        """«7 + 6 + 1 = 14»."""
        addendi = " + ".join(str(quanti) for quanti in self.cifre.campi().values())
        return f"{addendi} = {self.cifre.totale}"

    @property
    def mancano(self) -> int:
        return self.votanti - self.cifre.totale

    @property
    def superano(self) -> int:
        return -self.mancano

    @property
    def contro(self) -> list[Violazione]:
        """What is wrong and is not the sum, which has its own words."""
        return [violazione for violazione in self.violazioni if violazione.codice != "somma"]


def prova(votazione: Votazione, scritte: Mapping[str, Any], adesso: datetime) -> Prova:
    """Judge the figures written so far in the fields of a show of hands."""
    stanza = sala(votazione.punto)
    votanti = votanti_di(votazione, stanza, adesso)
    votazione.presenti = len(votanti)
    proposte = tuple(votazione.proposte.all())
    cifre, intera = _cifre(scritte, proposte)
    caso = replace(
        voto.caso(votazione, _presidente(scritte), _intero(scritte.get("presidente_per"))),
        presidente_vota=_vota(votazione, votanti),
    )
    regole = stanza.regole_del_voto(FormaVotazione(votazione.forma))
    astensione = stanza.regole.astensione(stanza.presenze.seduta.platea)
    violazioni = verifica_alzata(cifre, len(votanti), astensione) if intera else []
    torna = intera and not violazioni
    decide = torna and chi_presiede.decide(caso, cifre, regole)
    manca = decide and bool(chi_presiede.verifica(caso, cifre, regole))
    return Prova(
        cifre=cifre,
        votanti=len(votanti),
        intera=intera,
        violazioni=tuple(violazioni),
        decide_chi_presiede=decide,
        proposte=proposte,
        esito=giudica(caso, cifre, regole) if torna and not manca else None,
        presidente=str(scritte.get("voto_presidente") or scritte.get("presidente_per") or ""),
    )


def _cifre(scritte: Mapping[str, Any], proposte: Iterable[Proposta]) -> tuple[Cifre, bool]:
    """The figures as far as they can be read, and whether all of them are there."""
    per_proposta = {p.pk: _intero(scritte.get(f"proposta_{p.pk}")) for p in proposte}
    astenuti = _intero(scritte.get("astenuti"))
    if per_proposta:
        letti = [*per_proposta.values(), astenuti]
        lette = {pk: quanti or 0 for pk, quanti in per_proposta.items()}
        return Cifre(astenuti=astenuti or 0, per_proposta=lette), None not in letti
    si, no = _intero(scritte.get("favorevoli")), _intero(scritte.get("contrari"))
    return Cifre(si or 0, no or 0, astenuti or 0), None not in (si, no, astenuti)


def _intero(testo: Any) -> int | None:
    pulito = str(testo or "").strip()
    return int(pulito) if pulito.isascii() and pulito.isdigit() and len(pulito) < 4 else None


def _presidente(scritte: Mapping[str, Any]) -> VotoPresidente | None:
    scelto = scritte.get("voto_presidente")
    return VotoPresidente(scelto) if scelto in set(VotoPresidente) else None


def _vota(votazione: Votazione, votanti: Iterable[Convocato]) -> bool:
    return votazione.presiede_id in {convocato.persona_id for convocato in votanti}
