"""Who may sit in the organs of a school: teachers, parents, students, ATA, people from outside."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

from cpia.portale.dimostrazione.anno import MATERIE
from cpia.portale.dimostrazione.nomi import Anagrafe, anagrafe, persone
from cpia.portale.dimostrazione.organi_piano import ScuolaDemo
from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.scuola import con_accesso, incarico, persona
from cpia.scuola.enums import Ordinamento, Ruolo
from cpia.scuola.models import (
    AnnoScolastico,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    Iscrizione,
    Istituto,
    Persona,
    Sede,
)
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali import enums
from organi_collegiali.rules.organi.composizione import Scuola

C = enums.Componente
Gente = dict[C, list[Persona]]
INIZIO = date(2023, 9, 1)
RUOLI = {
    C.GENITORI: Ruolo.RESPONSABILE,
    C.STUDENTI: Ruolo.STUDENTE,
    C.ESTERNI: Ruolo.COMMISSARIO,
}
# Teachers and ATA have what the school gives them already.
SENZA_RUOLO = {C.ATA, C.DOCENTI}


def gente(istituto: Istituto, dati: ScuolaDemo, caso: random.Random) -> Gente:
    """The people of the school by component: first those with a login, then the others."""
    adulti = persone(caso, date(1958, 1, 1), date(1988, 12, 31))
    classi = _classi(istituto, dati)
    con_conto: Gente = {componente: [] for componente in C}
    for componente, conto in dati.conti:
        con_conto[componente].append(_con_conto(istituto, componente, conto, caso))
    _dsga(istituto, dati, caso)
    docenti = [
        *con_conto[C.DOCENTI],
        *_in_servizio(istituto),
        *_nuovi(istituto, adulti, dati),
    ]
    _danno_lezione(istituto, classi, docenti)
    return {
        C.DOCENTI: docenti,
        C.GENITORI: _con_ruolo(istituto, con_conto, C.GENITORI, adulti, dati.genitori),
        C.STUDENTI: _studenti(istituto, dati, con_conto, caso),
        C.ATA: _fatti(istituto, adulti, dati.ata),
        C.ESTERNI: [
            *con_conto[C.ESTERNI],
            *_fatti(istituto, adulti, len(dati.esterni) or 1),
        ],
        C.DIRIGENTE: [],
    }


def _fatti(istituto: Istituto, chi: Iterator[Anagrafe], quanti: int) -> list[Persona]:
    return Persona.objects.bulk_create(persona(istituto, dati) for dati in islice(chi, quanti))


def _nuovi(istituto: Istituto, chi: Iterator[Anagrafe], dati: ScuolaDemo) -> list[Persona]:
    return _fatti(istituto, chi, dati.docenti)


def _con_conto(istituto: Istituto, componente: C, conto: Conto, caso: random.Random) -> Persona:
    chi = con_accesso(istituto, conto, caso)
    if componente not in SENZA_RUOLO:
        incarico(chi, RUOLI[componente])
    return chi


def _dsga(istituto: Istituto, dati: ScuolaDemo, caso: random.Random) -> None:
    cognome, nome, sesso = dati.dsga
    chi = persona(istituto, anagrafe(caso, cognome, nome, sesso, date(1966, 4, 21)))
    chi.save()
    incarico(chi, Ruolo.DSGA)


def _in_servizio(istituto: Istituto) -> list[Persona]:
    """The teachers that the demo has already, but those whose desks are shown."""
    docenti = persone_con_ruolo(istituto.pk, Ruolo.DOCENTE, date(2024, 6, 5))
    return list(docenti.filter(utente__isnull=True))


def _con_ruolo(
    istituto: Istituto,
    con_conto: Gente,
    componente: C,
    chi: Iterator[Anagrafe],
    quanti: int,
) -> list[Persona]:
    altri = _fatti(istituto, chi, quanti - len(con_conto[componente]))
    for uno in altri:
        incarico(uno, RUOLI[componente])
    return [*con_conto[componente], *altri]


def _studenti(
    istituto: Istituto, dati: ScuolaDemo, con_conto: Gente, caso: random.Random
) -> list[Persona]:
    """Those of the classes where there are any; in a school of adults, adults."""
    if dati.scuola is Scuola.SUPERIORE:
        iscritti = Iscrizione.objects.filter(
            istituto=istituto, classe__anno_di_corso=5, al__isnull=True
        ).select_related("persona")
        return [iscrizione.persona for iscrizione in iscritti.order_by("pk")]
    adulti = persone(caso, date(1974, 1, 1), date(2004, 12, 31))
    return _con_ruolo(istituto, con_conto, C.STUDENTI, adulti, dati.studenti)


def _classi(istituto: Istituto, dati: ScuolaDemo) -> list[Classe]:
    """The classes of the year; a school that has none yet gets three of one course."""
    anno, _ = AnnoScolastico.objects.get_or_create(istituto=istituto, inizio=INIZIO.year)
    trovate = list(Classe.objects.filter(istituto=istituto, anno_scolastico=anno))
    if trovate:
        return trovate
    adulti = dati.scuola is Scuola.ADULTI
    corso = Corso.objects.create(
        istituto=istituto,
        sigla="PL" if adulti else "SEC",
        nome="Primo livello" if adulti else "Scuola secondaria di primo grado",
        ordinamento=Ordinamento.ADULTI if adulti else Ordinamento.PRIMO_CICLO,
    )
    sede = Sede.objects.filter(istituto=istituto).order_by("pk").first() or Sede.objects.create(
        istituto=istituto, nome="Sede centrale"
    )
    return Classe.objects.bulk_create(
        Classe(
            istituto=istituto, anno_scolastico=anno, corso=corso, sezione="A", anno_di_corso=n + 1,
            sede=sede,
        )
        for n in range(2 if adulti else 3)
    )  # fmt: skip


def _danno_lezione(istituto: Istituto, classi: list[Classe], docenti: list[Persona]) -> None:
    """Every teacher without a class yet gets a subject in one: alone or beside a colleague."""
    discipline = [
        Disciplina.objects.get_or_create(istituto=istituto, nome=nome)[0] for nome in MATERIE
    ]
    insegnano = set(persone_con_ruolo(istituto.pk, Ruolo.DOCENTE, INIZIO))
    posti = cycle((classe, disciplina) for classe in classi for disciplina in discipline)
    for docente, (classe, disciplina) in zip(docenti, posti, strict=False):
        if docente in insegnano:
            continue
        cattedra = Cattedra.objects.filter(
            classe=classe, disciplina=disciplina
        ).first() or Cattedra.objects.create(
            istituto=istituto, classe=classe, disciplina=disciplina
        )
        incarico(docente, Ruolo.DOCENTE, cattedra=cattedra)
