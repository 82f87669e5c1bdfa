"""The applications of the demo: written step by step, signed on paper, sent each on its day."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.services import registra_stampa
from cpia.portale.dimostrazione import selezioni_domande_piano as domande
from cpia.portale.dimostrazione import selezioni_piano
from cpia.portale.dimostrazione import selezioni_procedure_piano as procedure
from cpia.portale.dimostrazione.organi_convocazione import carta
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.selezioni_domande_piano import DomandaDemo
from cpia.portale.dimostrazione.selezioni_procedure import avviso_per
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona
from selezioni_pon.enums import Cittadinanza, Passo, Provenienza, TipoAllegato
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.candidature.impronte import (
    impronta_del_passo,
    impronta_della_risposta,
)
from selezioni_pon.services.candidature.allegati import DatiAllegato, allega
from selezioni_pon.services.candidature.bozza import comincia_candidatura, scrivi_passo
from selezioni_pon.services.candidature.carta import prepara_foglio
from selezioni_pon.services.candidature.invio import invia_candidatura
from selezioni_pon.services.candidature.risposte import scrivi_risposta, vuota

CHI: Sequence[tuple[str, Sequence[DomandaDemo]]] = (
    (procedure.TEATRO.ruolo, domande.TEATRO),
    (procedure.TUTOR.ruolo, domande.TUTOR),
    (procedure.REFERENTI.ruolo, domande.REFERENTI),
    (selezioni_piano.TUTOR_APERTO.ruolo, domande.APERTO),
    (procedure.INGLESE.ruolo, (domande.INGLESE,)),
)
DICHIARA = ("diritti_civili", "senza_condanne", "senza_procedimenti", "risponde_del_vero")


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """Each at the minute in which it was sent, or last written."""
    for ruolo, di_un_avviso in CHI:
        for una in di_un_avviso:
            yield una.quando, partial(_si_candida, ruolo=ruolo, dati=una)


def chi_e(istituto: Istituto, cognome: str, nome: str) -> Persona:
    """A person of the school by name, as who acts."""
    return Persona.objects.select_related("istituto").get(
        istituto=istituto, cognome=cognome, nome=nome
    )


def _si_candida(istituto: Istituto, ruolo: str, dati: DomandaDemo) -> None:
    chi = chi_e(istituto, dati.cognome, dati.nome)
    scrive = compi(chi, dati.quando - timedelta(minutes=50))
    riga = comincia_candidatura(
        autore=scrive, adesso=scrive.adesso, avviso_id=avviso_per(istituto, ruolo).pk
    )
    riga = _passo(scrive, riga, Passo.DATI, **_dati(dati))
    if dati.proposta:
        riga = _passo(scrive, riga, Passo.PROGETTO, proposta=dati.proposta)
    for voce, (valore, descrizione) in dati.titoli.items():
        scrivi_risposta(
            autore=scrive, adesso=scrive.adesso, candidatura_id=riga.pk, voce=voce, valore=valore,
            letta=impronta_della_risposta(vuota(riga, voce)), descrizione=descrizione,
        )  # fmt: skip
    for voce, titolo in dati.prove.items():
        _allega(scrive, riga, TipoAllegato.PROVA, titolo, voce)
    if dati.inviata:
        _allega(scrive, riga, TipoAllegato.CURRICULUM, "Curriculum")
        riga = _passo(scrive, riga, Passo.DICHIARAZIONI, **dict.fromkeys(DICHIARA, True))
        _invia(compi(chi, dati.quando), riga)


def _dati(dati: DomandaDemo) -> dict[str, object]:
    """Who works in the school says for how long; who does not, what the law asks of others."""
    if dati.giorni is not None:
        return {"titolo_di_studio": dati.laurea, "giorni_servizio": dati.giorni}
    return {
        "titolo_di_studio": dati.laurea,
        "provenienza": Provenienza.PRIVATO.value,
        "cittadinanza": Cittadinanza.EQUIPARATA.value,
        "specializzazione": True,
    }


def _passo(autore: Contesto, riga: Candidatura, passo: Passo, **campi: object) -> Candidatura:
    return scrivi_passo(
        autore=autore, adesso=autore.adesso, candidatura_id=riga.pk, passo=passo,
        letta=impronta_del_passo(riga, passo), campi=campi,
    )  # fmt: skip


def _allega(
    autore: Contesto, riga: Candidatura, tipo: TipoAllegato, titolo: str, voce: str = ""
) -> None:
    file = _copia(_foglio(autore.istituto), titolo, f"{riga.pk} {tipo} {voce}")
    dati = DatiAllegato(tipo, file, voce=voce, titolo=titolo)
    allega(autore=autore, adesso=autore.adesso, candidatura_id=riga.pk, dati=dati)


def _invia(autore: Contesto, riga: Candidatura) -> None:
    """Printed, signed by hand, scanned with the identity document, sent."""
    pronta = prepara_foglio(autore=autore, adesso=autore.adesso, candidatura_id=riga.pk)
    if pronta.documento is None:
        raise LookupError(riga)
    stampa = _copia(_foglio(autore.istituto), "Domanda", f"{riga.pk} foglio")
    registra_stampa(
        documento_id=pronta.documento.pk, istituto_id=autore.istituto.pk, pdf=stampa.contenuto,
        pagine=1,
    )  # fmt: skip
    _allega(autore, riga, TipoAllegato.FIRMATA, "Domanda firmata")
    _allega(autore, riga, TipoAllegato.IDENTITA, "Carta d’identità")
    riga.refresh_from_db(fields=["versione"])
    invia_candidatura(
        autore=autore, adesso=autore.adesso, candidatura_id=riga.pk, versione=riga.versione
    )


@cache
def _foglio(istituto: Istituto) -> FileAccettato:
    """One page printed once: each file is a copy of it with its own last line."""
    ufficio = segreteria_il(istituto, procedure.PREPARATI_IL.date())
    return carta(ufficio, ufficio.adesso, "Allegato della domanda", 1)


def _copia(foglio: FileAccettato, titolo: str, quale: str) -> FileAccettato:
    contenuto = foglio.contenuto + f"\n% {quale}\n".encode()
    return replace(
        foglio, nome=f"{titolo}.pdf", contenuto=contenuto, byte=len(contenuto),
        impronta=hashlib.sha256(contenuto).hexdigest(),
    )  # fmt: skip
