"""The class frozen before its scrutinio, and given back by the dirigente with a reason."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from competenze.enums import OrigineLivello, StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import ClasseRilevata, LivelloCertificato
from competenze.queries.quadro.discipline import discipline
from competenze.queries.quadro.risultati import Risultato
from competenze.rules.coordinamento import verifica_riapertura
from competenze.rules.stati import puo_congelare
from competenze.services.classi.blocco import blocca_classe, leggi_aperta
from cpia.atti.services import annota
from cpia.avvisi.services import Avviso, chiudi_scadenze, metti_in_uscita, riapri_scadenze
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.queries import persone_con_ruolo


@transaction.atomic
def congela_classe(*, autore: Contesto, adesso: datetime, rilevata_id: int) -> ClasseRilevata:
    """Make the proposal to the scrutinio out of means and decisions; the coordinator may.

    Every student has a level in every competence, and in every language studied, or is «da
    definire in scrutinio». From now on no level and no decision changes. Raises ``AttoRifiutato``
    while a subject, or a cell of it, is missing without a reason (Circolare n. 417/2024, letters A
    and C).
    """
    rilevata = blocca_classe(autore, rilevata_id)
    letta = leggi_aperta(rilevata, autore)
    delle_discipline = discipline(letta.classe, letta.conteggi)
    esigi(puo_congelare(StatoClasse(rilevata.stato), [d.per_congelare for d in delle_discipline]))
    righe = [_riga(rilevata, risultato) for risultato in letta.risultati.values()]
    # The rows of a former proposal go: the register keeps them, since the reopening.
    LivelloCertificato.objects.filter(istituto=autore.istituto, classe_rilevata=rilevata).delete()
    LivelloCertificato.objects.bulk_create(righe)
    rilevata.stato = StatoClasse.CONGELATA
    rilevata.congelata_il, rilevata.congelata_da = adesso, autore.persona
    rilevata.save(update_fields=["stato", "congelata_il", "congelata_da"])
    chiudi_scadenze(
        istituto_id=rilevata.istituto_id,
        chiavi=_scadenze(rilevata, [i.pk for i in letta.classe.inserimenti]),
        adesso=adesso,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="congela classe",
        oggetto=rilevata,
        dati={
            "senza": {str(d.pk): d.motivo for d in delle_discipline if not d.completa},
            "livelli": _in_registro(righe),
        },
    )
    return rilevata


@transaction.atomic
def riapri_classe(
    *, autore: Contesto, adesso: datetime, rilevata_id: int, motivo: str
) -> ClasseRilevata:
    """Give a frozen class back to teachers and coordinator, who is told why; the dirigente may.

    Nothing is deleted: levels and decisions are as they were, the former proposal with what the
    consiglio deliberated goes into the register. Raises ``AttoRifiutato`` without a reason, and
    when the class is not frozen or the campaign is closed.
    """
    rilevata = blocca_classe(autore, rilevata_id)
    della_rilevazione = StatoRilevazione(rilevata.rilevazione.stato)
    esigi(verifica_riapertura(StatoClasse(rilevata.stato), motivo, rilevazione=della_rilevazione))
    rilevata.stato = StatoClasse.APERTA
    rilevata.congelata_il = rilevata.congelata_da = None
    rilevata.save(update_fields=["stato", "congelata_il", "congelata_da"])
    aperti = rilevata.inserimenti.filter(stato=StatoInserimento.APERTO)
    riapri_scadenze(
        istituto_id=rilevata.istituto_id,
        chiavi=_scadenze(rilevata, aperti.values_list("pk", flat=True)),
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="riapre classe",
        oggetto=rilevata,
        dati={"motivo": motivo.strip(), "livelli": _in_registro(rilevata.livelli.order_by("pk"))},
    )
    _avvisa(autore, adesso, rilevata, motivo.strip())
    return rilevata


def _riga(rilevata: ClasseRilevata, risultato: Risultato) -> LivelloCertificato:
    media, valido = risultato.riepilogo.media, risultato.valido
    competenza_id, lingua = risultato.colonna.chiave
    return LivelloCertificato(
        istituto_id=rilevata.istituto_id,
        classe_rilevata=rilevata,
        iscrizione=risultato.iscrizione,
        competenza_id=competenza_id,
        lingua=lingua,
        media_numeratore=media.numerator if media is not None else None,
        media_denominatore=media.denominator if media is not None else None,
        numero=risultato.riepilogo.numero,
        proposto=valido.livello or "",
        livello=valido.livello or "",
        origine=valido.origine,
        motivo=risultato.decisione.motivo
        if risultato.decisione and valido.origine is OrigineLivello.DECISIONE
        else "",
    )


def _in_registro(righe: Iterable[LivelloCertificato]) -> list[list[Any]]:
    return [
        [
            riga.iscrizione_id,
            riga.competenza_id,
            riga.lingua,
            riga.media_numeratore,
            riga.media_denominatore,
            riga.numero,
            str(riga.proposto),
            str(riga.livello),
            str(riga.origine),
            riga.motivo,
        ]
        for riga in righe
    ]


def _scadenze(rilevata: ClasseRilevata, inserimenti: Iterable[int]) -> list[str]:
    return [
        f"competenze.classe.{rilevata.pk}",
        *(f"competenze.inserimento.{pk}" for pk in inserimenti),
    ]


def _avvisa(autore: Contesto, adesso: datetime, rilevata: ClasseRilevata, motivo: str) -> None:
    coordinatori = persone_con_ruolo(
        rilevata.istituto_id, Ruolo.COORDINATORE, autore.oggi, classe_id=rilevata.classe_id
    )
    avvisi = [
        Avviso(
            chiave=(
                f"competenze.riapertura_classe.{rilevata.pk}.{coordinatore.pk}."
                f"{adesso:%Y%m%dT%H%M%S%f}"
            ),
            tipo="competenze.riapertura_classe",
            riferimento=f"classe/{rilevata.pk}",
            destinatario=coordinatore,
            oggetto=f"{rilevata.classe}: la classe è riaperta",
            testo=(
                f"{autore.persona.iniziale_e_cognome} ha riaperto la classe congelata. "
                f"Motivo: {motivo} Quando è pronta, si congela di nuovo."
            ),
            indirizzo=reverse("competenze:quadro", args=[autore.istituto.slug, rilevata.pk]),
        )
        for coordinatore in coordinatori
    ]
    metti_in_uscita(istituto_id=rilevata.istituto_id, avvisi=avvisi, adesso=adesso)
