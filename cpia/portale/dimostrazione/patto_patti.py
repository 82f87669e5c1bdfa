"""The agreements of the demo: drafted by the tutor, deliberated by the section, signed, under way.

The section has sat three times: in autumn and in spring, and yesterday, when it deliberated on
what nobody has registered yet.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import avanza, comincia, concludi, segna_lavoro_visto
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.patto_piano import ADULTI, Adulto
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto
from organi_collegiali.enums import (
    Carica,
    EsitoPunto,
    FormaVotazione,
    NaturaPunto,
    Presenza,
    StatoSeduta,
    TipoOrgano,
)
from organi_collegiali.models import (
    Convocato,
    Delibera,
    Numeratore,
    OrganoCollegiale,
    Punto,
    Seduta,
)
from organi_collegiali.queries.cariche import in_carica
from patto_formativo.models import Certificato, Corsista, PresenzaIncontro, Versione
from patto_formativo.queries.patti.piano import unita_di
from patto_formativo.rules.firme import Parte
from patto_formativo.services import patti as servizi
from patto_formativo.services.patti.piano import RigaUnita
from patto_formativo.services.patti.stampa import stampa_patti

BOZZA, PROPOSTO, APPROVATO = "bozza", "proposto", "approvato"
FIRMATI = ("in_corso", "rischio", "silenzio")
PRIMAVERA, IERI = date(2024, 5, 28), date(2024, 6, 4)
DUE_ANNI = "Buonocore"
FIRMATO_DALLA_SCUOLA = "Hrytsenko"
OGGETTO = "Patti formativi individuali: approvazione"
TESTO = (
    "di approvare i patti formativi individuali proposti dai tutor, con i crediti riconosciuti e i "
    "piani di studio personalizzati che contengono"
)


@dataclass(frozen=True)
class Cammino:
    """A person of the demo, the row, the day from which the agreement may be written."""

    dati: Adulto
    corsista: Corsista
    dal: date


def popola(istituto: Istituto) -> None:
    """Bring each person through the own stage."""
    sezione = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.SEZIONE_PFI)
    persone = _persone(istituto)
    firmati = [uno for uno in persone if uno.dati.fino_a in FIRMATI]
    if firmati:
        autunno = _feriale(max(uno.dal for uno in firmati) + timedelta(days=7))
        versioni = _delibera(sezione, firmati, autunno)
        _firmano(istituto, versioni, _feriale(autunno + timedelta(days=3)))
    approvati = [uno for uno in persone if uno.dati.fino_a == APPROVATO]
    _una_per_la_scuola(_delibera(sezione, approvati, PRIMAVERA))
    for uno in persone:
        if uno.dati.fino_a == PROPOSTO:
            _proponi(sezione, uno)
        if uno.dati.fino_a == BOZZA:
            _senza_una_prova(uno)
    _seduta(sezione, IERI)


def _persone(istituto: Istituto) -> list[Cammino]:
    """Those whose agreement is written, from the first."""
    stadi = (BOZZA, PROPOSTO, APPROVATO, *FIRMATI)
    piano = {(chi.cognome, chi.nome): chi for chi in ADULTI if chi.fino_a in stadi}
    righe = Corsista.objects.filter(istituto=istituto).select_related("persona", "tutor__istituto")
    trovati = [
        Cammino(piano[riga.persona.cognome, riga.persona.nome], riga, _dopo_l_accoglienza(riga))
        for riga in righe
        if (riga.persona.cognome, riga.persona.nome) in piano
    ]
    return sorted(trovati, key=lambda uno: (uno.dal, uno.corsista.pk))


def _dopo_l_accoglienza(corsista: Corsista) -> date:
    """The weekday after the last meeting, or after the certificate of the credits."""
    ultimo = PresenzaIncontro.objects.filter(
        istituto=corsista.istituto_id, corsista=corsista
    ).aggregate(giorno=Max("incontro__giorno"))["giorno"]
    certificato = Certificato.objects.filter(
        istituto=corsista.istituto_id, dossier__corsista=corsista
    ).aggregate(il=Max("rilasciato_il"))["il"]
    giorni = [corsista.iscritto_il, ultimo, certificato and certificato.date()]
    return _feriale(max(giorno for giorno in giorni if giorno) + timedelta(days=1))


def _feriale(giorno: date) -> date:
    """The day, or the Monday after a Saturday or a Sunday."""
    return giorno + timedelta(days=max(0, 7 - giorno.weekday()) if giorno.weekday() > 4 else 0)


def _tutor_il(uno: Cammino, giorno: date, ora: int = 15) -> Contesto:
    tutor = uno.corsista.tutor
    if tutor is None:
        raise ValueError("chi ha un patto ha un tutor")
    return compi(tutor, istante(giorno, ora))


def _bozza(uno: Cammino) -> Versione:
    """The tutor opens the agreement and shares its hours out among the units."""
    tutor = _tutor_il(uno, uno.dal)
    versione = servizi.apri_patto(autore=tutor, adesso=tutor.adesso, corsista_id=uno.corsista.pk)
    versione = servizi.proponi_riparto(autore=tutor, adesso=tutor.adesso, versione_id=versione.pk)
    return _riscritta(uno, versione, anni=2) if uno.dati.cognome == DUE_ANNI else versione


def _riscritta(
    uno: Cammino,
    versione: Versione,
    *,
    anni: int = 1,
    cambia: Callable[[int, str], str] = lambda _, prova: prova,
) -> Versione:
    tutor = _tutor_il(uno, uno.dal, 16)
    return servizi.salva_piano(
        autore=tutor, adesso=tutor.adesso, versione_id=versione.pk, revisione=versione.revisione,
        righe=[
            RigaUnita(r.unita_id, r.ore, r.a_distanza, r.fruizione, cambia(posto, r.prova))
            for posto, r in enumerate(unita_di(versione))
        ],
        anni=anni, quando=versione.quando, note=versione.note,
    )  # fmt: skip


def _senza_una_prova(uno: Cammino) -> None:
    """What the tutor has still to write: by which proof the first unit is certified."""
    _riscritta(uno, _bozza(uno), cambia=lambda posto, prova: prova if posto else "")


def _proponi(sezione: OrganoCollegiale, uno: Cammino) -> Versione:
    versione = _bozza(uno)
    tutor = _tutor_il(uno, uno.dal, 17)
    return servizi.proponi_patto(
        autore=tutor, adesso=tutor.adesso, versione_id=versione.pk, sezione_id=sezione.pk
    )


def _delibera(
    sezione: OrganoCollegiale, persone: Iterable[Cammino], giorno: date
) -> list[Versione]:
    """The section approves these agreements in a sitting of that day; their papers are printed."""
    proposte = [_proponi(sezione, uno) for uno in persone]
    if not proposte:
        return []
    delibera = _seduta(sezione, giorno)
    autore = autore_il(sezione.istituto, giorno, 19)
    approvate, lavoro = servizi.approva_patti(
        autore=autore, adesso=autore.adesso, versioni=[v.pk for v in proposte],
        seduta_id=delibera.seduta_id, delibera_id=delibera.pk,
    )  # fmt: skip
    stampate = [stampa_patti(sezione.istituto_id, versione.pk) for versione in approvate]
    _finisci(lavoro, autore)
    return list(
        Versione.objects.filter(pk__in=[v.pk for v in stampate]).select_related(
            "patto__corsista__persona", "patto__corsista__tutor__istituto"
        )
    )


def _finisci(chiesto: Lavoro, autore: Contesto) -> None:
    """The printing is over: who asked for it has seen it."""
    lavoro = comincia(istituto_id=chiesto.istituto_id, lavoro_id=chiesto.pk, adesso=autore.adesso)
    if lavoro is not None:
        avanza(lavoro=lavoro, adesso=autore.adesso, fatti=lavoro.totale)
        concludi(lavoro=lavoro, adesso=autore.adesso)
        segna_lavoro_visto(autore=autore, lavoro=lavoro, adesso=autore.adesso)


def _firmano(istituto: Istituto, versioni: Sequence[Versione], giorno: date) -> None:
    """Who studies signs the printed copy at the desk, the tutor with the own login."""
    ufficio = segreteria_il(istituto, giorno, 11)
    for versione in versioni:
        servizi.firma_patto(
            autore=ufficio, adesso=ufficio.adesso, versione_id=versione.pk, parte=Parte.ADULTO,
            impronta=versione.impronta, su_carta=True,
        )  # fmt: skip
        _firma_il_tutor(versione, giorno)


def _una_per_la_scuola(versioni: Sequence[Versione]) -> None:
    for versione in versioni:
        if versione.patto.corsista.persona.cognome == FIRMATO_DALLA_SCUOLA:
            _firma_il_tutor(versione, PRIMAVERA + timedelta(days=1))


def _firma_il_tutor(versione: Versione, giorno: date) -> None:
    tutor = versione.patto.corsista.tutor
    if tutor is None:
        return
    autore = compi(tutor, istante(giorno, 16))
    servizi.firma_patto(
        autore=autore, adesso=autore.adesso, versione_id=versione.pk, parte=Parte.SCUOLA,
        impronta=versione.impronta,
    )  # fmt: skip


def _seduta(sezione: OrganoCollegiale, giorno: date) -> Delibera:
    """A closed sitting of the section, with the deliberation that it took."""
    inizio, fine = istante(giorno, 16), istante(giorno, 17, 30)
    con_carica = {m.carica: m.persona for m in sezione.mandati.exclude(carica="")}
    dirigente = autore_il(sezione.istituto, giorno).persona
    membri = sezione.mandati.filter(in_carica(giorno)).select_related("persona")
    seduta = Seduta.objects.create(
        istituto=sezione.istituto, organo=sezione, numero=_prossimo(sezione, "sedute"),
        storica=True, inizio_previsto=inizio, aperta_il=inizio, chiusa_il=fine,
        stato=StatoSeduta.CHIUSA, in_carica=max(len(membri), 1), luogo="Sede di Sant’Anastasia",
        modificata_il=fine, preparata_da=dirigente,
        presiede=con_carica.get(Carica.PRESIDENTE, dirigente),
        verbalizza=con_carica.get(Carica.SEGRETARIO),
    )  # fmt: skip
    Convocato.objects.bulk_create(
        Convocato(
            istituto=sezione.istituto, seduta=seduta, persona=mandato.persona, mandato=mandato,
            componente=mandato.componente, con_voto=mandato.con_voto, presenza=Presenza.PRESENTE,
        )
        for mandato in membri
    )  # fmt: skip
    punto = Punto.objects.create(
        istituto=sezione.istituto, seduta=seduta, ordine=1, titolo=OGGETTO,
        natura=NaturaPunto.DELIBERA, testo_proposto=TESTO, esito=EsitoPunto.DELIBERATO,
    )  # fmt: skip
    return Delibera.objects.create(
        istituto=sezione.istituto, organo=sezione, seduta=seduta, punto=punto,
        numero=_prossimo(sezione, "delibere"), adottata_il=istante(giorno, 17), oggetto=OGGETTO,
        testo=TESTO, come=f"all’unanimità dei {max(len(membri), 1)} presenti",
        forma=FormaVotazione.PALESE,
    )  # fmt: skip


def _prossimo(sezione: OrganoCollegiale, di_che_cosa: str) -> int:
    """The next number of its sittings or deliberations."""
    numeratore, _ = Numeratore.objects.get_or_create(
        istituto=sezione.istituto, organo=sezione, di_che_cosa=di_che_cosa, serie=""
    )
    numeratore.ultimo += 1
    numeratore.save(update_fields=["ultimo"])
    return numeratore.ultimo
