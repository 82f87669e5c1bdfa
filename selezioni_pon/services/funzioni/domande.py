"""A teacher applies for an area: in time to the second, under a number; or takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cpia.atti.enums import Verso
from cpia.atti.services import annota, protocolla
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import SpecieTitolo
from selezioni_pon.models import (
    AreaFunzione,
    AttribuzioneFunzione,
    DomandaFunzione,
    ProceduraFunzioni,
    TitoloFunzione,
)
from selezioni_pon.queries.funzioni.regole import regole_di
from selezioni_pon.queries.funzioni.visibili import INSEGNANO
from selezioni_pon.rules.funzioni_strumentali import modello as rules
from selezioni_pon.rules.funzioni_strumentali.domande import ammetti_domande
from selezioni_pon.rules.funzioni_strumentali.esame import contro_i_titoli
from selezioni_pon.rules.funzioni_strumentali.passi import contro_la_domanda
from selezioni_pon.services.funzioni.blocco import blocca_domanda, blocca_procedura

SOLO_ALTRI = frozenset({"permanenza"})


@dataclass(frozen=True)
class DatiDomanda:
    """For which area, since when in the institute, with which titles (kind and words)."""

    area_id: int
    nell_istituto_dal: date
    a_tempo_indeterminato: bool
    titoli: Sequence[tuple[SpecieTitolo, str]] = ()


@transaction.atomic
def presenta_domanda(
    *, autore: Contesto, adesso: datetime, procedura_id: int, dati: DatiDomanda
) -> DomandaFunzione:
    """Apply for an area, or write the own application again: until the term, that second included.

    Who teaches may. What is declared takes the place of what was declared before, under a new
    number; sent twice as it is, it is one. Raises AttoRifiutato out of the term, for who is in the
    Commission, has asked for another area, has no tenure; without titles.
    """
    procedura = blocca_procedura(autore, procedura_id)
    esigi(contro_la_domanda(adesso, procedura.aperta_il, procedura.scade))
    if not autore.ha(*INSEGNANO) or autore.ha(Ruolo.DIRIGENTE):
        raise rifiuta("non_docente", "La funzione strumentale è di chi insegna qui.")
    area = procedura.aree.get(pk=dati.area_id)
    if not date(1900, 1, 1) < dati.nell_istituto_dal <= autore.oggi:
        testo = "Scrivi da quando sei in servizio qui: un giorno già passato."
        raise rifiuta("servizio_dal", testo, campo="nell_istituto_dal")
    testi = [testo.strip() for _, testo in dati.titoli]
    esigi(contro_i_titoli(testi))
    _giudicata(autore, procedura, area, dati)
    domanda = DomandaFunzione.objects.filter(area=area, docente=autore.persona).first()
    if domanda is not None and _uguale(domanda, dati):
        return domanda
    return _scrive(autore, adesso, area, dati, domanda)


@transaction.atomic
def ritira_domanda(*, autore: Contesto, adesso: datetime, domanda_id: int) -> DomandaFunzione:
    """Take back the own application, until the area is given; a second click changes nothing.

    Raises AttoRifiutato once it is given: then who has it asks to leave it.
    """
    domanda = blocca_domanda(autore, domanda_id)
    if domanda.docente_id != autore.persona.pk:
        raise DomandaFunzione.DoesNotExist
    if domanda.ritirata_il is not None:
        return domanda
    if AttribuzioneFunzione.objects.filter(domanda=domanda).exists():
        testo = "La funzione ti è già attribuita: per lasciarla scrivi al dirigente."
        raise rifiuta("gia_attribuita", testo)
    domanda.ritirata_il = adesso
    domanda.versione += 1
    domanda.save(update_fields=["ritirata_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="ritira domanda per una funzione", oggetto=domanda,
        dati={"area": domanda.area.sigla},
    )  # fmt: skip
    return domanda


@transaction.atomic
def accerta_servizio(
    *,
    autore: Contesto,
    adesso: datetime,
    domanda_id: int,
    versione: int,
    dal: date,
    di_ruolo: bool,
) -> DomandaFunzione:
    """Write what the office found of tenure and service: what was declared stays beside it.

    Raises Conflitto, AttoRifiutato before the term and once the Commission has closed.
    """
    domanda = blocca_domanda(autore, domanda_id)
    procedura = domanda.area.procedura
    if procedura.scade is None or adesso <= procedura.scade:
        raise rifiuta("troppo_presto", "Le domande si verificano dopo il termine.")
    if procedura.lavori_chiusi_il is not None:
        raise rifiuta("lavori_chiusi", "La Commissione ha chiuso i suoi lavori.")
    if dal > autore.oggi:
        raise rifiuta("servizio_dal", "Scrivi un giorno già passato.", campo="accertato_dal")
    esigi_letta(domanda, versione)
    domanda.accertato_dal, domanda.accertato_ruolo = dal, di_ruolo
    domanda.accertata_il, domanda.accertata_da = adesso, autore.persona
    domanda.save(
        update_fields=[
            "accertato_dal", "accertato_ruolo", "accertata_il", "accertata_da", "versione",
        ]
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="accerta servizio per una funzione", oggetto=domanda,
        dati={"dal": dal.isoformat(), "di_ruolo": di_ruolo},
    )  # fmt: skip
    return domanda


def _giudicata(
    autore: Contesto, procedura: ProceduraFunzioni, area: AreaFunzione, dati: DatiDomanda
) -> None:
    """What the rules say of it already today, with the other areas that the teacher asks for."""
    regole = regole_di(procedura, list(procedura.aree.all()), autore.oggi)

    def detta(sigla: str) -> rules.DomandaFunzione:
        return rules.DomandaFunzione(
            str(autore.persona.pk), sigla, autore.persona.data_nascita, dati.nell_istituto_dal,
            dati.a_tempo_indeterminato, nome=autore.persona.nome_e_cognome,
        )  # fmt: skip

    altre = DomandaFunzione.objects.filter(
        area__procedura=procedura, docente=autore.persona, ritirata_il__isnull=True
    ).exclude(area=area)
    sigle = altre.values_list("area__sigla", flat=True)
    commissari = map(str, procedura.commissari.values_list("persona_id", flat=True))
    prima, *_ = ammetti_domande(
        [detta(area.sigla), *map(detta, sigle)], list(commissari), autore.oggi, regole
    )
    esigi([una for una in prima.violazioni if una.codice not in SOLO_ALTRI])


def _uguale(domanda: DomandaFunzione, dati: DatiDomanda) -> bool:
    scritti = [(uno.specie, uno.testo) for uno in domanda.titoli.order_by("numero")]
    return (
        domanda.ritirata_il is None
        and domanda.nell_istituto_dal == dati.nell_istituto_dal
        and domanda.a_tempo_indeterminato == dati.a_tempo_indeterminato
        and scritti == [(specie.value, testo.strip()) for specie, testo in dati.titoli]
    )


def _scrive(
    autore: Contesto,
    adesso: datetime,
    area: AreaFunzione,
    dati: DatiDomanda,
    prima: DomandaFunzione | None,
) -> DomandaFunzione:
    domanda = prima or DomandaFunzione(
        istituto=autore.istituto, area=area, docente=autore.persona, versione=0
    )
    domanda.nell_istituto_dal = dati.nell_istituto_dal
    domanda.a_tempo_indeterminato = dati.a_tempo_indeterminato
    domanda.presentata_il, domanda.ritirata_il = adesso, None
    domanda.protocollo = protocolla(
        autore=autore, adesso=adesso, verso=Verso.ENTRATA, riservato=True,
        oggetto=f"Domanda per la funzione strumentale, area {area.sigla}",
    )  # fmt: skip
    domanda.versione += 1
    domanda.save()
    domanda.titoli.all().delete()
    TitoloFunzione.objects.bulk_create(
        TitoloFunzione(
            istituto=autore.istituto, domanda=domanda, numero=numero, specie=specie.value,
            testo=testo.strip(),
        )
        for numero, (specie, testo) in enumerate(dati.titoli, start=1)
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="presenta domanda per una funzione", oggetto=domanda,
        dati={"area": area.sigla, "titoli": len(dati.titoli)},
    )  # fmt: skip
    return domanda
