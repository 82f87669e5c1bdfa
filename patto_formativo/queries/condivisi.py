"""Agreements shown to another school, seen from either side, and the schools of the portal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.queries import in_vigore
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera, Mandato
from organi_collegiali.queries.cariche import in_carica
from patto_formativo.enums import Livello, Percorso, StatoPatto
from patto_formativo.models import Condivisione, Versione
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, Veste, corsisti
from patto_formativo.rules.condivisione import (
    DaMostrare,
    EsitoCondivisione,
    esito,
    verifica_condivisione,
)

# Who of the CPIA follows what became of an agreement that was shown.
SEGUONO = (Veste.UFFICIO, Veste.DIREZIONE, Veste.TUTOR, Veste.SEZIONE)
SUGGERITE = 10


@dataclass(frozen=True, slots=True)
class RigaCondivisa:
    """A shared agreement in a list; ``con`` is the school on the other side."""

    riga: Condivisione
    con: Istituto
    mia: bool

    @property
    def esito(self) -> EsitoCondivisione:
        return esito(self.riga.ratificata_il, self.riga.rilievo)

    @property
    def percorso(self) -> str:
        """The path in words, with its level."""
        return percorso_in_parole(self.riga.contenuto)


@dataclass(frozen=True, slots=True)
class Voce:
    """A competence as it is shown: its hours, those recognised."""

    codice: str
    testo: str
    ore: Fraction
    crediti: Fraction


def percorso_in_parole(contenuto: Mapping[str, Any]) -> str:
    """``Alfabetizzazione…, livello A2``; what cannot be read is said as it was written."""
    scritto = str(contenuto.get("percorso", ""))
    nome = Percorso(scritto).etichetta if scritto in [p.value for p in Percorso] else scritto
    livello = contenuto.get("livello")
    return f"{nome}, livello {livello}" if livello in [v.value for v in Livello] else nome


def competenze_della_pagina(contenuto: Mapping[str, Any]) -> dict[str, list[Voce]]:
    """All the competences, and those of which something is recognised."""
    tutte = competenze_mostrate(contenuto)
    return {"competenze": tutte, "riconosciute": [voce for voce in tutte if voce.crediti]}


def competenze_mostrate(contenuto: Mapping[str, Any]) -> list[Voce]:
    """What was shown of each competence."""
    return [
        Voce(riga["codice"], riga["testo"], Fraction(riga["ore"]), Fraction(riga["crediti"] or "0"))
        for riga in contenuto.get("competenze", [])
    ]


def segue(contesto: Contesto) -> bool:
    """Whether somebody follows agreements that this institute shows to others."""
    return contesto.ha(*DIREZIONE, *UFFICIO, Ruolo.TUTOR)


def sezioni_proprie(contesto: Contesto) -> bool:
    """Whether somebody sits today in a section of this institute. One query."""
    return Mandato.objects.filter(
        in_carica(contesto.oggi),
        istituto=contesto.istituto,
        persona=contesto.persona,
        organo__tipo=TipoOrgano.SEZIONE_PFI.value,
    ).exists()


def riceve(contesto: Contesto) -> bool:
    """Whether somebody answers for this school: its dirigente, who sits in its section."""
    return contesto.ha(Ruolo.DIRIGENTE) or sezioni_proprie(contesto)


def ricevuti(contesto: Contesto) -> QuerySet[Condivisione]:
    """What other institutes have shown to this one, the newest first."""
    righe = Condivisione.objects.filter(altro_istituto=contesto.istituto)
    # Of a row of another institute only the row is there: nothing that it points to.
    return righe.select_related("istituto", "altro_istituto")


def mandati(contesto: Contesto) -> QuerySet[Condivisione]:
    """What this institute has shown, of the persons whom somebody follows."""
    miei = corsisti(contesto, *SEGUONO).values("pk")
    righe = Condivisione.objects.filter(
        istituto=contesto.istituto, versione__patto__corsista__in=miei
    )
    return righe.select_related("altro_istituto", "versione__patto")


def elenco(contesto: Contesto) -> tuple[list[RigaCondivisa], list[RigaCondivisa]]:
    """What came, what was sent. Four queries at most."""
    arrivati = ricevuti(contesto) if riceve(contesto) else ()
    return (
        [RigaCondivisa(riga, riga.istituto, mia=False) for riga in arrivati],
        [RigaCondivisa(riga, riga.altro_istituto, mia=True) for riga in mandati(contesto)],
    )


@dataclass(frozen=True, slots=True)
class NelPatto:
    """Where an agreement stands with the other school: the last row, what may be shown next."""

    ultima: RigaCondivisa | None
    mostrabile: Versione | None


def nel_patto(versioni: Sequence[Versione]) -> NelPatto:
    """Of the versions of one agreement, the newest first. One query."""
    righe = Condivisione.objects.filter(
        istituto_id=versioni[0].istituto_id, versione__in=versioni
    ).select_related("altro_istituto")
    mostrate = {(riga.versione_id, riga.impronta) for riga in righe}
    ultima = next(iter(righe), None)
    da_vedere = (
        versione
        for versione in versioni
        if not verifica_condivisione(
            DaMostrare(
                StatoPatto(versione.stato),
                versione.impronta,
                (versione.pk, versione.impronta) in mostrate,
            )
        )
    )
    return NelPatto(
        RigaCondivisa(ultima, ultima.altro_istituto, mia=True) if ultima else None,
        next(da_vedere, None),
    )


def della_versione(versione: Versione) -> Condivisione | None:
    """The last time that a version was shown, of its own institute. One query."""
    righe = Condivisione.objects.filter(istituto_id=versione.istituto_id, versione=versione)
    return righe.select_related("altro_istituto").first()


def contro(versione: Versione) -> tuple[Violazione, ...]:
    """Why a version cannot be shown now. One query."""
    return verifica_condivisione(da_mostrare(versione))


def da_mostrare(versione: Versione) -> DaMostrare:
    """A version as the rules take it. One query."""
    gia = Condivisione.objects.filter(
        istituto_id=versione.istituto_id, versione=versione, impronta=versione.impronta
    )
    return DaMostrare(StatoPatto(versione.stato), versione.impronta, gia.exists())


def altre_scuole(istituto: Istituto) -> QuerySet[Istituto]:
    """The schools of the portal, among which the other one of an agreement is chosen.

    The portal keeps no network agreement: who chooses answers for the one on paper.
    """
    return Istituto.objects.exclude(pk=istituto.pk).order_by("denominazione_breve")


def dirigenti(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """Who directs a school on a day. PostgreSQL must have been told of it."""
    incarichi = Incarico.objects.filter(
        in_vigore(giorno), istituto_id=istituto_id, ruolo=Ruolo.DIRIGENTE
    )
    return Persona.objects.filter(istituto_id=istituto_id, pk__in=incarichi.values("persona"))


def chi_risponde(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """The dirigente of a school and who sits in its sections. PostgreSQL must know which one."""
    siedono = Mandato.objects.filter(
        in_carica(giorno), istituto_id=istituto_id, organo__tipo=TipoOrgano.SEZIONE_PFI.value
    )
    persone = Persona.objects.filter(istituto_id=istituto_id, pk__in=siedono.values("persona"))
    return persone | dirigenti(istituto_id, giorno)


def delibere_suggerite(contesto: Contesto) -> list[str]:
    """The last deliberations of the sections of this school, as one would cite them. One query."""
    righe = Delibera.objects.filter(
        istituto=contesto.istituto, organo__tipo=TipoOrgano.SEZIONE_PFI.value
    ).order_by("-adottata_il", "-numero")[:SUGGERITE]
    return [f"Delibera n. {riga.numero} del {riga.adottata_il:%d/%m/%Y}" for riga in righe]
