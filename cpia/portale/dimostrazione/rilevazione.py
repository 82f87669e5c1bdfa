"""The campaign of the demo, brought where it stands by the very acts of the portal."""

import random
from datetime import date, datetime, timedelta
from fractions import Fraction

from competenze.enums import Livello
from competenze.models import (
    Abbinamento,
    ClasseRilevata,
    Competenza,
    Inserimento,
    QuadroCompetenze,
    Rilevazione,
    Valutazione,
)
from competenze.queries.classe import Classe as ClasseLetta
from competenze.queries.classe import classe as leggi_classe
from competenze.queries.quadro import situazione
from competenze.services.certificati import emetti_certificati
from competenze.services.classi import congela_classe, decidi_livello
from competenze.services.inserimenti import registra_inserimento
from competenze.services.rilevazioni import (
    apri_rilevazione,
    crea_rilevazione,
    imposta_calendario,
)
from cpia.portale.dimostrazione import piano
from cpia.portale.dimostrazione.scuola import Scuola, istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Iscrizione, Persona
from cpia.scuola.queries import incarichi_in_vigore

APERTURA = date(2024, 5, 31)
CONSULTAZIONE = date(2024, 6, 3)
CIRCOLARE = "Circolare n. 417 del 31 maggio 2024"
NV_MOTIVO = "in mobilità all’estero da settembre a marzo"


def compi(chi: Persona, adesso: datetime) -> Contesto:
    """This person, acting at that hour, in the roles of that day."""
    return Contesto(chi.istituto, chi, tuple(incarichi_in_vigore(chi, adesso.date())), adesso)


def avvia(scuola: Scuola, caso: random.Random) -> Rilevazione:
    """Prepare, open and fill the campaign up to the morning of 5 June 2024."""
    rilevazione = _apri(scuola)
    for dati in piano.CLASSI:
        rilevata = ClasseRilevata.objects.select_related(
            "rilevazione", "classe__corso", "classe__sede"
        ).get(
            istituto=scuola.istituto,
            rilevazione=rilevazione,
            classe=scuola.classi[dati.sigla, dati.sezione],
        )
        della_classe = leggi_classe(rilevata)
        bravura = {i.pk: caso.gauss(2.75, 0.6) for i in della_classe.iscrizioni}
        for inserimento in della_classe.inserimenti:
            _inserisci(
                scuola,
                dati,
                della_classe=della_classe,
                inserimento=inserimento,
                bravura=bravura,
                caso=caso,
            )
        _conduci(scuola, dati, rilevata)
    return rilevazione


def _apri(scuola: Scuola) -> Rilevazione:
    adesso = istante(APERTURA, 8)
    segreteria = compi(scuola.conti[piano.SEGRETERIA.email], adesso)
    quadro = QuadroCompetenze.objects.get(codice="dm14-2024-obbligo")
    rilevazione = crea_rilevazione(
        autore=segreteria,
        adesso=adesso,
        titolo="Competenze di fine obbligo 2023/24, classi seconde",
        anno_scolastico=scuola.anno,
        anno_di_corso=2,
        quadro=quadro,
        circolare=CIRCOLARE,
        inserimento_dal=APERTURA,
        consultazione_dal=CONSULTAZIONE,
    )
    per_codice = {c.codice: c for c in quadro.competenze.all()}
    Abbinamento.objects.bulk_create(
        Abbinamento(
            istituto=scuola.istituto,
            rilevazione=rilevazione,
            corso=scuola.corsi[corso.sigla],
            disciplina=scuola.discipline[disciplina],
            competenza=per_codice[codice],
        )
        for corso in piano.CORSI
        for disciplina in corso.discipline
        for codice in piano.COMPETENZE[disciplina]
    )
    scrutini = {
        rilevazione.classi.get(classe=scuola.classi[dati.sigla, dati.sezione]).pk: istante(
            dati.giorno, *dati.ora
        )
        for dati in piano.CLASSI
    }
    imposta_calendario(
        autore=segreteria, adesso=adesso, rilevazione_id=rilevazione.pk, scrutini=scrutini
    )
    return apri_rilevazione(autore=segreteria, adesso=adesso, rilevazione_id=rilevazione.pk)


def _inserisci(
    scuola: Scuola,
    dati: piano.ClasseDemo,
    *,
    della_classe: ClasseLetta,
    inserimento: Inserimento,
    bravura: dict[int, float],
    caso: random.Random,
) -> None:
    disciplina = inserimento.cattedra.disciplina.nome
    if disciplina in dati.mancano:
        return
    chi = scuola.docenti[dati.sigla, dati.sezione, disciplina]
    studenti = della_classe.studenti_di(inserimento)
    lasciati = dati.a_meta.get(disciplina, 0)
    adesso = istante(APERTURA + timedelta(days=caso.randrange(3)), 9 + caso.randrange(9))
    severita = caso.gauss(0, 0.25)
    all_estero = studenti[17:18] if disciplina == piano.MATEMATICA else ()
    Valutazione.objects.bulk_create(
        _valutazione(
            inserimento,
            iscrizione,
            colonna.competenza,
            chi=chi,
            adesso=adesso,
            punti=None
            if iscrizione in all_estero and colonna.competenza.codice == "digitale"
            else bravura[iscrizione.pk] + severita + caso.gauss(0, 0.45),
        )
        for iscrizione in studenti[: len(studenti) - lasciati]
        for colonna in della_classe.colonne_di(inserimento)
    )
    if not lasciati:
        registra_inserimento(autore=compi(chi, adesso), adesso=adesso, inserimento=inserimento)


def _valutazione(
    inserimento: Inserimento,
    iscrizione: Iscrizione,
    competenza: Competenza,
    *,
    chi: Persona,
    adesso: datetime,
    punti: float | None,
) -> Valutazione:
    livello = Livello.NV if punti is None else "DCBA"[min(4, max(1, round(punti))) - 1]
    return Valutazione(
        istituto_id=inserimento.istituto_id,
        inserimento=inserimento,
        iscrizione=iscrizione,
        competenza=competenza,
        livello=livello,
        motivo=NV_MOTIVO if punti is None else "",
        autore=chi,
        modificata_il=adesso,
    )


def _conduci(scuola: Scuola, dati: piano.ClasseDemo, rilevata: ClasseRilevata) -> None:
    """Freeze, deliberate and certify where the plan says so; decide one level in 2ªB AFM."""
    if (dati.sigla, dati.sezione) == ("AFM", "B"):
        _decidi(scuola, rilevata)
    if not (dati.congelata or dati.certificata):
        return
    conto = piano.COORDINATORI_FISSI[dati.sigla, dati.sezione]
    congelata_il = istante(CONSULTAZIONE, 17, 40)
    coordina = compi(scuola.conti[conto.email], congelata_il)
    congela_classe(autore=coordina, adesso=congelata_il, rilevata_id=rilevata.pk)
    if dati.certificata:
        adesso = istante(dati.giorno, 18, 10)
        emetti_certificati(
            autore=compi(scuola.conti[conto.email], adesso),
            adesso=adesso,
            rilevata_id=rilevata.pk,
        )


def _decidi(scuola: Scuola, rilevata: ClasseRilevata) -> None:
    """The coordinator lifts the first student whose mean stops just under the next level."""
    adesso = istante(CONSULTAZIONE, 10, 31)
    chi = compi(scuola.conti[piano.BRANDOLINI.email], adesso)
    appena_sotto = next(
        chiave
        for chiave, risultato in situazione(rilevata, chi.oggi).risultati.items()
        if risultato.colonna.competenza.codice == "alfabetica"
        and risultato.riepilogo.media == Fraction(7, 3)
    )
    decidi_livello(
        autore=chi,
        adesso=adesso,
        rilevata_id=rilevata.pk,
        chiave=appena_sotto,
        livello=Livello.B,
        motivo=(
            "In Italia da settembre 2023: la prova autentica del 25 maggio e la certificazione B1 "
            "mostrano una padronanza che le valutazioni del primo periodo non dicevano."
        ),
    )
