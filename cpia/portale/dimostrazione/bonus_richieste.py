"""The requests of the demo: the call of May, who asked and with what, what was ascertained."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count

from bonus_merito.enums import StatoCriteri
from bonus_merito.models import Criteri, Criterio, Fondo, Procedura, Richiesta
from bonus_merito.queries.atti_citabili import cerca_atti
from bonus_merito.rules.requisiti import Accertati
from bonus_merito.services.procedure import apri_procedura, chiudi_richieste, prepara_procedura
from bonus_merito.services.procedure.avvisi import PREFISSO
from bonus_merito.services.requisiti import salva_requisiti
from bonus_merito.services.richieste import (
    DatiProva,
    aggiungi_prova,
    comincia_richiesta,
    invia_richiesta,
    riapri_richiesta,
    salva_attivita,
    scegli_gruppo,
)
from cpia.atti.caricamenti import FileAccettato
from cpia.portale.dimostrazione import bonus_richieste_piano as piano
from cpia.portale.dimostrazione.bonus_scuola_piano import CHIEDONO, DI_RUOLO
from cpia.portale.dimostrazione.organi_convocazione import carta
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona

FINE = time(23, 59)
# The criteria by heading and place under it, and the sheet that the evidence is copied from.
Materia = tuple[dict[tuple[str, int], Criterio], FileAccettato]


def popola(istituto: Istituto) -> None:
    """The procedure opened, 22 requests sent each on its day, closed, all of them looked at."""
    procedura = _apre(istituto)
    materia = _criteri(procedura), _foglio(istituto)
    persone = {chi.cognome: chi for chi in _chi_chiede(istituto)}
    in_ordine = sorted(piano.RICHIESTE.items(), key=lambda voce: (voce[1].giorno, voce[1].ora))
    for cognome, dati in in_ordine:
        _chiede(persone[cognome], procedura, dati, materia)
    autore = autore_il(istituto, piano.CHIUSA_IL)
    chiudi_richieste(autore=autore, adesso=autore.adesso, procedura_id=procedura.pk)
    _controlla(istituto, procedura)
    gia_partiti(istituto, f"{PREFISSO}.")


def _apre(istituto: Istituto) -> Procedura:
    fondo = Fondo.objects.get(istituto=istituto, anno_scolastico__inizio=2023)
    criteri = Criteri.objects.get(
        istituto=istituto, anno_scolastico__inizio=2023, stato=StatoCriteri.ADOTTATI.value
    )
    autore = autore_il(istituto, piano.PREPARATA_IL, 11)
    procedura = prepara_procedura(
        autore=autore, adesso=autore.adesso, fondo_id=fondo.pk, criteri_id=criteri.pk
    )
    autore = autore_il(istituto, piano.APERTA_IL, 9)
    return apri_procedura(
        autore=autore, adesso=autore.adesso, procedura_id=procedura.pk, in_servizio=DI_RUOLO,
        scade=istante(piano.TERMINE, FINE.hour, FINE.minute),
    )  # fmt: skip


def _chi_chiede(istituto: Istituto) -> list[Persona]:
    righe = Persona.objects.select_related("istituto").filter(istituto=istituto)
    return [righe.get(cognome=cognome, nome=nome) for cognome, nome, _ in CHIEDONO]


def _criteri(procedura: Procedura) -> dict[tuple[str, int], Criterio]:
    """The criteria by heading and place under it."""
    posti: dict[str, count[int]] = {}
    righe = Criterio.objects.filter(area__criteri=procedura.criteri_id)
    return {
        (riga.codice, next(posti.setdefault(riga.codice, count()))): riga
        for riga in righe.order_by("area__area", "ordine", "pk")
    }


def _foglio(istituto: Istituto) -> FileAccettato:
    """One page printed once: each piece of evidence is a copy of it with its own last line."""
    autore = autore_il(istituto, piano.APERTA_IL)
    return carta(autore, autore.adesso, "Prova", 1)


def _copia(foglio: FileAccettato, titolo: str, numero: int) -> FileAccettato:
    contenuto = foglio.contenuto + f"\n% copia {numero}\n".encode()
    return replace(
        foglio, nome=f"{titolo}.pdf", contenuto=contenuto, byte=len(contenuto),
        impronta=hashlib.sha256(contenuto).hexdigest(),
    )  # fmt: skip


def _chiede(
    chi: Persona,
    procedura: Procedura,
    dati: piano.Richiesto,
    materia: Materia,
) -> None:
    """Begin, write activity after activity in the hours before, send."""
    invio = istante(date(2024, 5, dati.giorno), dati.ora.hour, dati.ora.minute)
    inizio = compi(chi, invio - timedelta(hours=2))
    richiesta = comincia_richiesta(autore=inizio, adesso=inizio.adesso, procedura_id=procedura.pk)
    scegli_gruppo(
        autore=inizio, adesso=inizio.adesso, richiesta_id=richiesta.pk, gruppo=dati.gruppo
    )
    for posto, nome in enumerate(dati.voci, start=1):
        quando = invio - timedelta(minutes=110 - 20 * posto)
        _dichiara(compi(chi, quando), richiesta, dati, (posto, nome), materia)
    _invia(chi, richiesta, invio)


def _dichiara(
    autore: Contesto,
    richiesta: Richiesta,
    dati: piano.Richiesto,
    quale: tuple[int, str],
    materia: Materia,
) -> None:
    (posto, nome), (criteri, foglio) = quale, materia
    voce = piano.VOCI[nome]
    chi = autore.persona.cognome
    attivita = salva_attivita(
        autore=autore, adesso=autore.adesso, richiesta_id=richiesta.pk,
        campi={
            "criterio": criteri[voce.codice, voce.criterio],
            "titolo": voce.titolo.format(sede=dati.sede),
            "testo": voce.testo.format(sede=dati.sede),
            "dal": voce.dal,
            "al": voce.al,
            "altro_fondo": dati.altro_fondo if posto == len(dati.voci) else "",
        },
    )  # fmt: skip
    if not voce.prova:
        _cita(autore, attivita.pk)
        return
    numero = 0 if chi == piano.DUE_VOLTE else 10 * posto
    copia = _copia(foglio, voce.prova, richiesta.pk * 100 + numero)
    aggiungi_prova(
        autore=autore, adesso=autore.adesso, attivita_id=attivita.pk,
        dati=DatiProva(voce.prova, copia),
    )  # fmt: skip


def _cita(autore: Contesto, attivita_id: int) -> None:
    """What has no file of its own refers to an act of the school, where there is one."""
    for atto in cerca_atti(autore, "delibera")[:1]:
        aggiungi_prova(
            autore=autore, adesso=autore.adesso, attivita_id=attivita_id,
            dati=DatiProva(atto_id=atto.pk),
        )  # fmt: skip


def _invia(chi: Persona, richiesta: Richiesta, invio: datetime) -> None:
    if chi.cognome == piano.RIPENSA:
        prima = compi(chi, invio - timedelta(minutes=15))
        invia_richiesta(autore=prima, adesso=prima.adesso, richiesta_id=richiesta.pk)
        poi = compi(chi, invio - timedelta(minutes=8))
        riapri_richiesta(autore=poi, adesso=poi.adesso, richiesta_id=richiesta.pk)
    autore = compi(chi, invio)
    invia_richiesta(autore=autore, adesso=autore.adesso, richiesta_id=richiesta.pk)


def _controlla(istituto: Istituto, procedura: Procedura) -> None:
    """Everybody, half on one day and half on the next."""
    righe = Richiesta.objects.filter(istituto=istituto, procedura=procedura)
    tutte = list(righe.select_related("persona").order_by("persona__cognome", "pk"))
    for posto, richiesta in enumerate(tutte):
        giorno = piano.CONTROLLI[0 if posto < len(tutte) // 2 else 1]
        autore = segreteria_il(istituto, giorno, 11)
        salva_requisiti(
            autore=autore, adesso=autore.adesso + timedelta(minutes=3 * posto),
            richiesta_id=richiesta.pk, dati=_accertati(richiesta.persona.cognome, posto),
        )  # fmt: skip


def _accertati(cognome: str, posto: int) -> Accertati:
    noto = piano.ASSENZE.get(cognome, piano.Accertato((posto * 7) % 19))
    return Accertati(
        di_ruolo=True,
        giorni_lavorativi=piano.GIORNI,
        assenze=noto.assenze,
        congedi=noto.congedi,
        sanzione_il=noto.sanzione_il,
        atto_sanzione=noto.atto,
    )
