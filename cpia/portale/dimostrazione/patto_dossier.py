"""The dossiers of the demo: filled after the interviews, ascertained, attested for who is ahead."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Max

from cpia.atti.caricamenti import FileAccettato
from cpia.portale.dimostrazione.organi_convocazione import carta
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.patto_dossier_piano import (
    ATTESTATI,
    DOSSIER,
    PORTATE,
    EvidenzaDemo,
)
from cpia.portale.dimostrazione.patto_piano import ADULTI, TUTOR
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona
from patto_formativo.enums import Fase
from patto_formativo.models import Corsista, Dossier, Evidenza, PresenzaIncontro
from patto_formativo.queries.crediti import ore_per_competenza, percorso_di
from patto_formativo.services.dossier import (
    DatiEvidenza,
    DatiMiei,
    DatiValutazione,
    aggiungi_evidenza,
    apri_dossier,
    carica_evidenza,
    chiudi_dossier,
    rilascia_certificato,
    valuta_evidenza,
)

IN_CORSO = "dossier"


def popola(istituto: Istituto) -> None:
    """Each dossier in the days of the interviews; certificates in the order of their days."""
    copia = carta(_tutor_il(istituto, date(2024, 3, 4)), istante(date(2024, 3, 4), 9), "Copia", 1)
    fino_a = {chi.cognome: chi.fino_a for chi in ADULTI}
    attesi: list[tuple[date, Dossier]] = []
    for corsista in _corsisti(istituto):
        cognome = corsista.persona.cognome
        giorno = _ultimo(corsista)
        dossier = _riempie(istituto, corsista, giorno - timedelta(days=3), copia)
        if fino_a[cognome] == IN_CORSO:
            _porta(istituto, corsista, copia)
            continue
        _valuta(istituto, dossier, giorno)
        if fino_a[cognome] in ATTESTATI:
            attesi.append((_feriale(giorno + timedelta(days=1)), dossier))
    in_ordine = sorted(attesi, key=lambda coppia: (coppia[0], coppia[1].pk))
    for numero, (giorno, dossier) in enumerate(in_ordine, start=1):
        autore = autore_il(istituto, giorno, 12)
        rilascia_certificato(
            autore=autore, adesso=autore.adesso, dossier_id=dossier.pk,
            estremi=f"n. {numero}, sezione per i crediti", deliberata_il=giorno,
        )  # fmt: skip


def _corsisti(istituto: Istituto) -> list[Corsista]:
    righe = Corsista.objects.filter(istituto=istituto, persona__cognome__in=DOSSIER)
    return list(
        righe.select_related("persona", "offerta", "anno_scolastico").order_by("iscritto_il", "pk")
    )


def _ultimo(corsista: Corsista) -> date:
    """The day of the last interview: the dossier is written in those days."""
    righe = PresenzaIncontro.objects.filter(corsista=corsista, incontro__fase=Fase.COLLOQUI.value)
    ultimo: date | None = righe.aggregate(giorno=Max("incontro__giorno"))["giorno"]
    return ultimo or corsista.iscritto_il + timedelta(days=7)


def _riempie(istituto: Istituto, corsista: Corsista, giorno: date, copia: FileAccettato) -> Dossier:
    """The evidence in its order, each with all the hours of its competences."""
    autore = _tutor_il(istituto, max(giorno, corsista.tutor_dal or corsista.iscritto_il))
    dossier = apri_dossier(
        autore=autore, adesso=autore.adesso, corsista_id=corsista.pk,
        richiesto_il=corsista.iscritto_il,
    )  # fmt: skip
    ore = ore_per_competenza(corsista, percorso_di(corsista))
    for dati in DOSSIER[corsista.persona.cognome]:
        aggiungi_evidenza(
            autore=autore, adesso=autore.adesso, dossier_id=dossier.pk,
            dati=DatiEvidenza(
                tipo=dati.tipo, titolo=dati.titolo, ente=dati.ente, rilasciata_il=dati.data,
                richieste={} if dati.attivita else {c: str(ore[c]) for c in dati.competenze},
                ore_attivita=Decimal(dati.attivita) if dati.attivita else None,
                competenza=dati.competenze[0] if dati.attivita else "",
                file=copia if dati.con_file else None,
            ),
        )  # fmt: skip
    return dossier


def _porta(istituto: Istituto, corsista: Corsista, copia: FileAccettato) -> None:
    """The person brings a paper by phone the evening before."""
    titolo, ente = PORTATE[corsista.persona.cognome]
    persona = Persona.objects.select_related("istituto").get(pk=corsista.persona_id)
    autore = compi(persona, istante(date(2024, 6, 4), 20, 40))
    carica_evidenza(
        autore=autore, adesso=autore.adesso, corsista_id=corsista.pk,
        dati=DatiMiei(titolo, ente, copia),
    )  # fmt: skip


def _valuta(istituto: Istituto, dossier: Dossier, giorno: date) -> None:
    autore = _tutor_il(istituto, giorno)
    chiudi_dossier(autore=autore, adesso=autore.adesso, dossier_id=dossier.pk)
    piano = {dati.titolo: dati for dati in DOSSIER[dossier.corsista.persona.cognome]}
    for evidenza in Evidenza.objects.filter(dossier=dossier).order_by("ordine"):
        dati: EvidenzaDemo = piano[evidenza.titolo]
        valuta_evidenza(
            autore=autore, adesso=autore.adesso, evidenza_id=evidenza.pk,
            dati=DatiValutazione(dati.prova, dati.esito, dati.osservazioni),
        )  # fmt: skip


def _tutor_il(istituto: Istituto, giorno: date) -> Contesto:
    persona = Persona.objects.select_related("istituto").get(istituto=istituto, email=TUTOR.email)
    return compi(persona, istante(giorno, 21, 15))


def _feriale(giorno: date) -> date:
    """That day, or the Monday after it."""
    return giorno + timedelta(days=7 - giorno.weekday()) if giorno.weekday() >= 5 else giorno
