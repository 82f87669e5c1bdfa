"""The demo school on paper: people, classes, subjects, who teaches what."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from cpia.portale.dimostrazione import piano
from cpia.portale.dimostrazione.nomi import Anagrafe, anagrafe, persone
from cpia.scuola.enums import Ruolo, TipoGruppo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    Gruppo,
    Incarico,
    Iscrizione,
    Istituto,
    Persona,
    Sede,
    Utente,
)

PASSWORD = "iseo-2024-prova"  # noqa: S105 -- printed on purpose: it opens the demo and nothing else
INIZIO = date(2023, 9, 1)
CLASSI_PER_DOCENTE = 4


@dataclass
class Scuola:
    """What was made, by the names of the plan."""

    istituto: Istituto
    anno: AnnoScolastico
    corsi: dict[str, Corso] = field(default_factory=dict)
    discipline: dict[str, Disciplina] = field(default_factory=dict)
    classi: dict[tuple[str, str], Classe] = field(default_factory=dict)
    cattedre: dict[tuple[str, str, str], Cattedra] = field(default_factory=dict)
    docenti: dict[tuple[str, str, str], Persona] = field(default_factory=dict)
    conti: dict[str, Persona] = field(default_factory=dict)


def costruisci(istituto: Istituto, caso: random.Random) -> Scuola:
    """Make the school of the plan in this institute, which has its sites already."""
    anno = AnnoScolastico.objects.create(istituto=istituto, inizio=INIZIO.year)
    scuola = Scuola(istituto, anno)
    adulti = persone(caso, date(1961, 1, 1), date(1997, 12, 31))
    ragazzi = persone(caso, date(2007, 10, 1), date(2008, 12, 31))
    _corsi_e_discipline(scuola)
    for conto in piano.CONTI:
        scuola.conti[conto.email] = con_accesso(istituto, conto, caso)
    incarico(scuola.conti[piano.DIRIGENTE.email], Ruolo.DIRIGENTE)
    incarico(scuola.conti[piano.SEGRETERIA.email], Ruolo.SEGRETERIA_DIDATTICA)
    for classe in piano.CLASSI:
        _classe(scuola, classe, ragazzi, caso)
    _docenti(scuola, adulti)
    _coordinatori(scuola)
    return scuola


def ritrova(istituto: Istituto) -> Scuola:
    """The same, read from what was made: who goes on where a start broke has nothing else."""
    scuola = Scuola(istituto, AnnoScolastico.objects.get(istituto=istituto, inizio=INIZIO.year))
    scuola.corsi = {corso.sigla: corso for corso in Corso.objects.filter(istituto=istituto)}
    scuola.discipline = {d.nome: d for d in Disciplina.objects.filter(istituto=istituto)}
    scuola.conti = {conto.email: _del_conto(istituto, conto) for conto in piano.CONTI}
    seconde = Classe.objects.filter(istituto=istituto, anno_scolastico=scuola.anno, anno_di_corso=2)
    for classe in seconde.select_related("istituto", "corso", "sede").order_by("pk"):
        scuola.classi[classe.corso.sigla, classe.sezione] = classe
    cattedre = Cattedra.objects.filter(istituto=istituto, classe__in=scuola.classi.values())
    for cattedra in cattedre.select_related("classe__corso", "disciplina").order_by("pk"):
        scuola.cattedre[_chiave(cattedra)] = cattedra
    # Who was given the subject first teaches it; who was added since stands beside or in for.
    incarichi = Incarico.objects.filter(
        istituto=istituto, ruolo=Ruolo.DOCENTE, cattedra__in=scuola.cattedre.values()
    ).select_related("cattedra__classe__corso", "cattedra__disciplina", "persona__istituto")
    for primo in incarichi.order_by("-pk"):
        scuola.docenti[_chiave(primo.cattedra)] = primo.persona
    return scuola


def _chiave(cattedra: Cattedra) -> tuple[str, str, str]:
    return cattedra.classe.corso.sigla, cattedra.classe.sezione, cattedra.disciplina.nome


def _del_conto(istituto: Istituto, conto: piano.Conto) -> Persona:
    return Persona.objects.select_related("istituto").get(istituto=istituto, email=conto.email)


def _corsi_e_discipline(scuola: Scuola) -> None:
    for corso in piano.CORSI:
        scuola.corsi[corso.sigla] = Corso.objects.create(
            istituto=scuola.istituto,
            nome=corso.nome,
            sigla=corso.sigla,
            ordinamento=corso.ordinamento,
        )
    for nome in piano.COMPETENZE:
        scuola.discipline[nome] = Disciplina.objects.create(
            istituto=scuola.istituto, nome=nome, lingua=piano.LINGUE.get(nome, "")
        )


def persona(istituto: Istituto, dati: Anagrafe) -> Persona:
    """A person as the school knows him or her, without a login."""
    return Persona(
        istituto=istituto,
        cognome=dati.cognome,
        nome=dati.nome,
        sesso=dati.sesso,
        data_nascita=dati.nascita,
        luogo_nascita=dati.luogo,
        provincia_nascita=dati.provincia,
        codice_fiscale=dati.codice_fiscale,
    )


@cache
def _cifrata() -> str:
    """The one password of the demo as it is kept: to make it is slow on purpose."""
    return make_password(PASSWORD)


def utente_della_demo(email: str) -> Utente:
    """The login of an address: the one that the network has already, else a new one."""
    utente = Utente.objects.filter(email=email).first()
    if utente is None:
        utente = Utente.objects.create(email=email, password=_cifrata())
        EmailAddress.objects.create(user=utente, email=email, verified=True, primary=True)
    return utente


def con_accesso(istituto: Istituto, conto: piano.Conto, caso: random.Random) -> Persona:
    """A person with a login, which may be one that the network has already."""
    utente = utente_della_demo(conto.email)
    nascita = date(1970 + caso.randrange(20), 1 + caso.randrange(12), 1 + caso.randrange(28))
    chi = persona(istituto, anagrafe(caso, conto.cognome, conto.nome, conto.sesso, nascita))
    chi.utente, chi.email = utente, conto.email
    chi.save()
    return chi


def incarico(chi: Persona, ruolo: Ruolo, **su: object) -> Incarico:
    """A role from the first day of the school year."""
    return Incarico.objects.create(
        istituto_id=chi.istituto_id,
        persona=chi,
        ruolo=ruolo,
        dal=INIZIO,
        atto="Atto di incarico della dimostrazione",
        **su,
    )


def _classe(
    scuola: Scuola, dati: piano.ClasseDemo, ragazzi: Iterator[Anagrafe], caso: random.Random
) -> None:
    istituto = scuola.istituto
    corso = next(c for c in piano.CORSI if c.sigla == dati.sigla)
    classe = Classe.objects.create(
        istituto=istituto,
        anno_scolastico=scuola.anno,
        sede=Sede.objects.get(istituto=istituto, nome=corso.sede),
        corso=scuola.corsi[dati.sigla],
        anno_di_corso=2,
        sezione=dati.sezione,
    )
    scuola.classi[dati.sigla, dati.sezione] = classe
    studenti = Persona.objects.bulk_create(
        persona(istituto, next(ragazzi)) for _ in range(dati.studenti)
    )
    iscrizioni = Iscrizione.objects.bulk_create(
        Iscrizione(istituto=istituto, persona=studente, classe=classe, dal=date(2023, 9, 12))
        for studente in studenti
    )
    gruppi = _gruppi(istituto, classe, corso.discipline, iscrizioni, caso)
    for disciplina in corso.discipline:
        scuola.cattedre[dati.sigla, dati.sezione, disciplina] = Cattedra.objects.create(
            istituto=istituto,
            classe=classe,
            disciplina=scuola.discipline[disciplina],
            gruppo=gruppi.get(disciplina),
        )


def _gruppi(
    istituto: Istituto,
    classe: Classe,
    discipline: tuple[str, ...],
    iscrizioni: list[Iscrizione],
    caso: random.Random,
) -> dict[str, Gruppo]:
    """Who follows the second language, the religion, the alternative."""
    mischiate = caso.sample(iscrizioni, len(iscrizioni))
    meta, senza = len(mischiate) // 2, max(2, len(mischiate) // 6)
    parti: dict[str, tuple[TipoGruppo, list[Iscrizione]]] = {}
    if piano.TEDESCO in discipline:
        parti[piano.FRANCESE] = (TipoGruppo.LINGUA, mischiate[:meta])
        parti[piano.TEDESCO] = (TipoGruppo.LINGUA, mischiate[meta:])
    if piano.RELIGIONE in discipline:
        parti[piano.RELIGIONE] = (TipoGruppo.RELIGIONE, mischiate[senza:])
    if piano.ALTERNATIVA in discipline:
        parti[piano.ALTERNATIVA] = (TipoGruppo.ALTERNATIVA, mischiate[:senza])
    gruppi = {}
    for nome, (tipo, membri) in parti.items():
        gruppi[nome] = Gruppo.objects.create(istituto=istituto, classe=classe, tipo=tipo, nome=nome)
        Appartenenza.objects.bulk_create(
            Appartenenza(istituto=istituto, gruppo=gruppi[nome], iscrizione=membro)
            for membro in membri
        )
    return gruppi


def _docenti(scuola: Scuola, adulti: Iterator[Anagrafe]) -> None:
    """A teacher for each subject, who takes up to four classes, then another."""
    in_servizio: dict[str, list[Persona]] = {}
    for (sigla, sezione, disciplina), cattedra in scuola.cattedre.items():
        fisso = piano.CATTEDRE_FISSE.get((sigla, sezione, disciplina))
        if fisso:
            chi = scuola.conti[fisso.email]
        else:
            if len(in_servizio.get(disciplina, ())) % CLASSI_PER_DOCENTE == 0:
                chi = persona(scuola.istituto, next(adulti))
                chi.email = _recapito(chi)
                chi.save()
            else:
                chi = in_servizio[disciplina][-1]
            in_servizio.setdefault(disciplina, []).append(chi)
        scuola.docenti[sigla, sezione, disciplina] = chi
        incarico(chi, Ruolo.DOCENTE, cattedra=cattedra)
    for chiave, conto in piano.COMPRESENZE.items():
        incarico(scuola.conti[conto.email], Ruolo.DOCENTE, cattedra=scuola.cattedre[chiave])


def _recapito(chi: Persona) -> str:
    parole = f"{chi.nome[:1]}.{chi.cognome}".lower().translate(
        str.maketrans("áàéèìòù’", "aaeeiou ")
    )
    return f"{parole.replace(' ', '')}@antonietti.example"


def _coordinatori(scuola: Scuola) -> None:
    for (sigla, sezione), classe in scuola.classi.items():
        fisso = piano.COORDINATORI_FISSI.get((sigla, sezione))
        chi = scuola.conti[fisso.email] if fisso else scuola.docenti[sigla, sezione, piano.ITALIANO]
        incarico(chi, Ruolo.COORDINATORE, classe=classe)


def istante(giorno: date, ora: int, minuti: int = 0) -> datetime:
    """An hour of a day in Italy."""
    return datetime.combine(giorno, time(ora, minuti), tzinfo=timezone.get_default_timezone())
