"""Who sits in the Commission: for which school, on which paths, until when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Valore
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Carica, Componente
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.organi.durata import anticipo_del_rinnovo, da_rinnovare
from organi_collegiali.queries.regole import regole
from patto_formativo.enums import Percorso
from patto_formativo.models import DocenteGruppo
from patto_formativo.rules import commissione as norma

MEDIATORE: Final = "mediat"
SEPARATORI: Final = (" — ", " – ", ": ")


@dataclass(frozen=True, slots=True)
class Membro:
    """Somebody who sits: for which school, on which paths, until when."""

    mandato: Mandato
    scuola: str
    percorsi: tuple[str, ...]
    incarico: norma.Giudizio
    finisce_presto: bool

    @property
    def presiede(self) -> bool:
        mandato = self.mandato
        return mandato.carica == Carica.PRESIDENTE or mandato.componente == Componente.DIRIGENTE


@dataclass(frozen=True, slots=True)
class Scuola:
    """The members of one school of the network."""

    nome: str
    membri: tuple[Membro, ...]


def membri_di(
    contesto: Contesto, organo: OrganoCollegiale, mandati: Mapping[int, Sequence[Mandato]]
) -> list[Membro]:
    """Who sits in an organ on the day. Three queries at most."""
    suoi = mandati.get(organo.pk, ())
    insegnano = _percorsi(contesto, suoi)
    anni: Valore[int] = regole(organo, contesto.oggi).valore("mandato.anni", int)
    anticipo = anticipo_del_rinnovo(contesto.istituto.pk, contesto.oggi)
    return [
        Membro(
            mandato,
            *_provenienza(mandato, contesto.istituto.denominazione_breve, insegnano),
            norma.giudica_incarico(mandato.dal, mandato.al, anni),
            da_rinnovare(mandato, contesto.oggi, anticipo),
        )
        for mandato in suoi
    ]


def _percorsi(contesto: Contesto, mandati: Iterable[Mandato]) -> dict[int, list[str]]:
    """The paths on which each of them teaches a group. One query."""
    trovati: dict[int, list[str]] = {}
    righe = DocenteGruppo.objects.filter(
        istituto=contesto.istituto, persona__in=[mandato.persona_id for mandato in mandati]
    ).values_list("persona_id", "gruppo__percorso")
    for persona, percorso in righe:
        suoi = trovati.setdefault(persona, [])
        if (nome := Percorso(percorso).etichetta) not in suoi:
            suoi.append(nome)
    return trovati


def _provenienza(
    mandato: Mandato, qui: str, insegnano: Mapping[int, list[str]]
) -> tuple[str, tuple[str, ...]]:
    """School and paths of a member: as the mandate says them, else from the groups taught here.

    The qualification of who comes from another school is written as «IIS Antonietti — secondo
    livello».
    """
    scuola, percorso = _letta(mandato.qualifica)
    percorsi = [percorso] if percorso else insegnano.get(mandato.persona_id, [])
    return scuola or qui, tuple(percorsi)


def _letta(qualifica: str) -> tuple[str, str]:
    if not qualifica or MEDIATORE in qualifica.lower():
        return "", ""
    for separatore in SEPARATORI:
        scuola, trovato, percorso = qualifica.partition(separatore)
        if trovato:
            return scuola.strip(), percorso.strip()
    return qualifica.strip(), ""


def mediatore(mandato: Mandato) -> bool:
    """Whether somebody sits as a linguistic mediator, without weighing on the schools."""
    return MEDIATORE in mandato.qualifica.lower()


def per_scuola(membri: Iterable[Membro]) -> tuple[Scuola, ...]:
    """The members school by school, that of who presides first."""
    per_nome: defaultdict[str, list[Membro]] = defaultdict(list)
    for membro in membri:
        per_nome[membro.scuola].append(membro)
    gruppi = [
        Scuola(nome, tuple(sorted(suoi, key=lambda m: not m.presiede)))
        for nome, suoi in per_nome.items()
    ]
    return tuple(sorted(gruppi, key=lambda s: (not any(m.presiede for m in s.membri), s.nome)))
