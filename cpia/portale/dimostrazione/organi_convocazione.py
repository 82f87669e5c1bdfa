"""Sittings still in preparation: one in time, one late; what the members have asked."""

import hashlib
from datetime import date, datetime

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.pdf import stampa
from cpia.portale.dimostrazione import altre_scuole
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.models import Mandato, OrganoCollegiale, Punto, Seduta
from organi_collegiali.queries.convocazione.richieste import possono_firmare
from organi_collegiali.services.convocazione.agenda import DatiPunto, aggiungi_punto, cambia_punto
from organi_collegiali.services.convocazione.allegati import DatiAllegato, allega
from organi_collegiali.services.convocazione.bozze import prepara_seduta
from organi_collegiali.services.convocazione.invitati import DatiInvito, invita
from organi_collegiali.services.convocazione.raccolte import apri_raccolta, firma_raccolta
from organi_collegiali.services.convocazione.richieste import presenta_mozione, registra_richiesta

OGGI = date(2024, 6, 5)
# Title, pages of each paper on file.
PUNTI: tuple[tuple[str, dict[str, int]], ...] = (
    ("Comunicazioni del Dirigente scolastico e del Presidente", {}),
    (
        "Variazioni al Programma annuale, esercizio 2024",
        {"Prospetto delle variazioni": 2, "Relazione della DSGA": 3},
    ),
    ("Conto consuntivo, esercizio 2023", {"Modello H": 4, "Relazione illustrativa": 9}),
    (
        "Calendario scolastico 2024/25: adattamenti",
        {"Proposta del Collegio dei docenti": 1},
    ),
    ("Criteri per la selezione di esperti e tutor", {"Griglie, testo a fronte": 14}),
    ("Sostituzione di un consigliere decaduto", {}),
    ("Varie ed eventuali", {}),
)


def popola(istituto: Istituto) -> None:
    """The draft of the Consiglio, that of the Collegio which is late, a request, two questions."""
    conto = altre_scuole.PERSONE[istituto.slug][1]
    segreteria = Persona.objects.get(istituto=istituto, email=conto.email)
    consiglio = OrganoCollegiale.objects.get(istituto=istituto, nome="Consiglio d’istituto")
    collegio = OrganoCollegiale.objects.get(istituto=istituto, nome="Collegio dei docenti")
    _chiedono(consiglio)
    _in_tempo(segreteria, consiglio)
    _in_ritardo(segreteria, collegio)
    _richiesta(segreteria, collegio)
    _si_firma(consiglio)


def _in_tempo(chi: Persona, organo: OrganoCollegiale) -> None:
    adesso = istante(OGGI, 9, 18)
    autore = compi(chi, adesso)
    seduta = prepara_seduta(
        autore=autore,
        adesso=adesso,
        organo_id=organo.pk,
        inizio_previsto=istante(date(2024, 6, 12), 17, 30),
        luogo="Primaria «Collodi», aula magna",
    )
    for titolo, carte in PUNTI:
        punto = aggiungi_punto(autore=autore, adesso=adesso, seduta_id=seduta.pk, titolo=titolo)
        for nome, pagine in carte.items():
            dati = DatiAllegato(titolo=nome, file=carta(autore, adesso, nome, pagine))
            allega(autore=autore, adesso=adesso, punto_id=punto.pk, dati=dati)
    _si_attende(autore, adesso, seduta)
    _su_persone(autore, adesso, seduta)
    _si_invita(autore, adesso, seduta)


def _si_attende(autore: Contesto, adesso: datetime, seduta: Seduta) -> None:
    punto = Punto.objects.get(seduta=seduta, titolo__startswith="Conto consuntivo")
    dati = DatiAllegato(titolo="Parere dei revisori", atteso_entro=date(2024, 6, 10))
    allega(autore=autore, adesso=adesso, punto_id=punto.pk, dati=dati)


def _si_invita(autore: Contesto, adesso: datetime, seduta: Seduta) -> None:
    """The delegate of the municipality, for the calendar only."""
    punto = Punto.objects.get(seduta=seduta, titolo__startswith="Calendario")
    dati = DatiInvito(
        qualifica="delegata del Comune",
        cognome="Belfiori",
        nome="Orietta",
        email="o.belfiori@comune.example",
        punti=[punto.pk],
    )
    invita(autore=autore, adesso=adesso, seduta_id=seduta.pk, dati=dati)


def _su_persone(autore: Contesto, adesso: datetime, seduta: Seduta) -> None:
    punto = Punto.objects.get(seduta=seduta, titolo__startswith="Sostituzione")
    dati = DatiPunto(
        titolo="Sostituzione del consigliere decaduto Ettore Mandolesi",
        natura=punto.natura,
        su_persone=True,
        titolo_pubblico="Sostituzione di un consigliere decaduto",
    )
    cambia_punto(
        autore=autore, adesso=adesso, punto_id=punto.pk, versione=punto.versione, dati=dati
    )


def _in_ritardo(chi: Persona, organo: OrganoCollegiale) -> None:
    """For the day after tomorrow: too late for an ordinary sitting."""
    adesso = istante(OGGI, 9, 40)
    autore = compi(chi, adesso)
    seduta = prepara_seduta(
        autore=autore,
        adesso=adesso,
        organo_id=organo.pk,
        inizio_previsto=istante(date(2024, 6, 7), 16),
        luogo="Primaria «Collodi», aula magna",
    )
    for titolo in ("Criteri per gli scrutini finali", "Piano delle attività di giugno"):
        aggiungi_punto(autore=autore, adesso=adesso, seduta_id=seduta.pk, titolo=titolo)


def _richiesta(chi: Persona, organo: OrganoCollegiale) -> None:
    """A third of the teachers, and no sitting yet."""
    adesso = istante(date(2024, 6, 3), 12)
    firmano = possono_firmare(organo, adesso.date())
    registra_richiesta(
        autore=compi(chi, adesso),
        adesso=adesso,
        organo_id=organo.pk,
        chi="componenti",
        argomenti="Assegnazione dei docenti ai plessi\nOrario delle attività di programmazione",
        presentata_il=adesso.date(),
        firmatari=[mandato.pk for mandato in firmano[: -(-firmano.count() // 3)]],
    )


def _si_firma(organo: OrganoCollegiale) -> None:
    """A request of the Consiglio that three have signed: seven are needed."""
    adesso = istante(date(2024, 6, 4), 18)
    docenti = Mandato.objects.filter(organo=organo, componente="docenti", carica="")
    primo, *altri = [compi(mandato.persona, adesso) for mandato in docenti.order_by("pk")[:3]]
    raccolta = apri_raccolta(
        autore=primo, adesso=adesso, organo_id=organo.pk, argomenti="Uso dei laboratori d’estate"
    )
    for autore in altri:
        firma_raccolta(autore=autore, adesso=adesso, raccolta_id=raccolta.pk)


def _chiedono(organo: OrganoCollegiale) -> None:
    """A question that waits for its answer; a motion, which goes on the agenda."""
    adesso = istante(date(2024, 5, 28), 21)
    genitori = Mandato.objects.filter(organo=organo, componente="genitori", carica="")
    for mandato, (genere, oggetto, testo) in zip(genitori.order_by("pk"), MOZIONI, strict=False):
        presenta_mozione(
            autore=compi(mandato.persona, adesso),
            adesso=adesso,
            organo_id=organo.pk,
            genere=genere,
            oggetto=oggetto,
            testo=testo,
        )


MOZIONI = (
    (
        "mozione",
        "Apertura del cortile della primaria nel pomeriggio",
        "Si propone che il Consiglio deliberi l’apertura del cortile fino alle 18, nei giorni "
        "di lezione, con la sorveglianza delle associazioni dei genitori.",
    ),
    (
        "interrogazione",
        "Lavori alla palestra di Montesicuro",
        "Si chiede quando finiranno i lavori e dove si faranno intanto le lezioni di motoria.",
    ),
)


def carta(autore: Contesto, adesso: datetime, titolo: str, pagine: int) -> FileAccettato:
    """As many pages as it says; printed here, so nobody has to look through it."""
    salto = '<div style="break-before: page"></div>'
    fogli = salto.join(
        f"<h1>{titolo}</h1><p>Foglio {n} di {pagine}. Pagina della dimostrazione.</p>"
        for n in range(1, pagine + 1)
    )
    html = f"<html><head><title>{titolo}</title></head><body>{fogli}</body></html>"
    pdf = stampa(html, titolo=titolo, autore=autore.istituto.denominazione_breve, creato_il=adesso)
    impronta = hashlib.sha256(pdf).hexdigest()
    return FileAccettato(f"{titolo}.pdf", pdf, "application/pdf", impronta, len(pdf))
