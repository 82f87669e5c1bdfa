"""The commission of a call is named, once its term is over."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Commissario, Commissione
from selezioni_pon.queries.commissione.membri import candidati_di
from selezioni_pon.queries.commissione.nominabili import nominabili
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules import commissione as rules
from selezioni_pon.rules.lavori import contro_la_nomina_a_vuoto
from selezioni_pon.services.avvisi.blocco import blocca_avviso
from selezioni_pon.services.commissione.carta import chiedi_nomina
from selezioni_pon.services.commissione.dati import DatiNomina
from selezioni_pon.services.commissione.inviti import avverti
from selezioni_pon.services.commissione.organo import costituisce, fa_sedere


@transaction.atomic
def nomina_commissione(
    *, autore: Contesto, adesso: datetime, avviso_id: int, dati: DatiNomina
) -> Commissione:
    """Name the commission of a call: who directs may, after the term.

    It becomes a collegial organ, its act is printed under a protocol number, its members are told.
    A second click gives the same. Raises AttoRifiutato with all that is against it.
    """
    avviso = blocca_avviso(autore, avviso_id)
    gia = Commissione.objects.filter(avviso=avviso).first()
    if gia is not None:
        return _la_stessa(gia, dati)
    if avviso.stato != StatoAvviso.PUBBLICATO or avviso.scade is None:
        testo = f"La commissione è di un avviso pubblicato: questo è {avviso.get_stato_display()}."
        raise rifiuta("stato", testo)
    persone = persone_nominabili(autore, avviso, dati.persone)
    candidati = candidati_di(avviso.pk)
    proposta = rules.Nomina(_membri(dati, persone), adesso, avviso.scade, candidati)
    regole = regole_di(avviso).commissione
    esigi([*contro_la_nomina_a_vuoto(candidati), *rules.verifica_nomina(proposta, regole)])
    commissione = _scrive(autore, adesso, avviso, dati)
    _fa_entrare(autore, adesso, commissione, dati, persone)
    annota(
        autore=autore, adesso=adesso, azione="nomina commissione", oggetto=commissione,
        dati={
            "avviso": avviso.pk, "componenti": 1 + len(dati.componenti),
            "supplenti": len(dati.supplenti), "atto": commissione.atto,
        },
    )  # fmt: skip
    avverti(commissione, [persone[pk] for pk in (dati.presidente_id, *dati.componenti)], adesso)
    return chiedi_nomina(autore=autore, adesso=adesso, avviso_id=avviso.pk)


def persone_nominabili(
    autore: Contesto, avviso: Avviso, chi: tuple[int, ...]
) -> Mapping[int, Persona]:
    """These persons, by id. Raises AttoRifiutato for one who may not be named."""
    trovate = {una.pk: una for una in nominabili(avviso, autore.oggi).filter(pk__in=chi)}
    if set(chi) - trovate.keys():
        testo = "Una delle persone scelte non può più essere nominata: scegli di nuovo."
        raise rifiuta("non_nominabile", testo)
    return trovate


def _la_stessa(commissione: Commissione, dati: DatiNomina) -> Commissione:
    """What a second click finds; another commission is not named over the first."""
    righe = Commissario.objects.filter(commissione=commissione, subentra_a__isnull=True)
    if set(righe.values_list("persona_id", flat=True)) == set(dati.persone):
        return commissione
    testo = (
        "La commissione di questo avviso è già nominata: se serve, si sostituisce chi ne fa parte."
    )
    raise rifiuta("gia_nominata", testo)


def _membri(dati: DatiNomina, persone: Mapping[int, Persona]) -> tuple[rules.Commissario, ...]:
    def uno(pk: int, *, presidente: bool = False, supplente: bool = False) -> rules.Commissario:
        return rules.Commissario(str(pk), persone[pk].nome_e_cognome, presidente, supplente)

    return (
        uno(dati.presidente_id, presidente=True),
        *(uno(pk) for pk in dati.componenti),
        *(uno(pk, supplente=True) for pk in dati.supplenti),
    )


def _scrive(autore: Contesto, adesso: datetime, avviso: Avviso, dati: DatiNomina) -> Commissione:
    return Commissione.objects.create(
        istituto=autore.istituto,
        avviso=avviso,
        organo=costituisce(autore, adesso, avviso),
        nominata_il=adesso,
        nominata_da=autore.persona,
        atto=dati.atto.strip(),
    )


def _fa_entrare(
    autore: Contesto,
    adesso: datetime,
    commissione: Commissione,
    dati: DatiNomina,
    persone: Mapping[int, Persona],
) -> None:
    """Its rows; who substitutes has no seat in the organ until the place of somebody is taken."""
    Commissario.objects.bulk_create(
        Commissario(
            istituto=autore.istituto,
            commissione=commissione,
            persona_id=pk,
            presidente=pk == dati.presidente_id,
            supplente=pk in dati.supplenti,
        )
        for pk in dati.persone
    )
    for pk in (dati.presidente_id, *dati.componenti):
        fa_sedere(
            autore, adesso, commissione.organo_id, persone[pk],
            presidente=pk == dati.presidente_id, atto=commissione.atto,
        )  # fmt: skip
