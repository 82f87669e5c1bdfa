"""Persons: the staff for the staff, the students for who teaches them and for the office."""

from django.db.models import Expression, Prefetch, Q, QuerySet

from cpia.portale.ricerca.confronto import Insieme, senza_apostrofi, trova, unito
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import (
    VEDONO_GLI_STUDENTI,
    indirizzo,
    pagine_delle_classi,
)
from cpia.portale.ricerca.risultati import NIENTE, Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.queries.parole import CONFERIBILI
from cpia.scuola.models import Classe, Incarico, Iscrizione, Persona
from cpia.scuola.parole import elenco
from cpia.scuola.queries import in_vigore
from cpia.scuola.ruoli import nome_ruolo

# Who studies, who answers for a student and who only applies for a post are not staff.
DA_FUORI = frozenset({Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.CANDIDATO})
APRONO_IL_PERSONALE = (*VEDONO_GLI_STUDENTI, Ruolo.DSGA, Ruolo.SEGRETERIA_PERSONALE)


def _nome() -> Expression:
    return Insieme("cognome", "nome", senza_apostrofi("cognome"), unito("cognome"), unito("nome"))


def _codice_fiscale(contesto: Contesto, domanda: Domanda) -> Q | None:
    """The codice fiscale is looked for whole, and only by the office."""
    if len(domanda.scritta) != 16 or not contesto.ha(*SEGRETERIA):
        return None
    return Q(codice_fiscale=domanda.scritta.upper())


def _trova(contesto: Contesto, domanda: Domanda, righe: QuerySet[Persona]) -> QuerySet[Persona]:
    return trova(
        righe.filter(istituto=contesto.istituto),
        domanda.alla_lettera,
        _nome(),
        "cognome",
        "nome",
        "pk",
        esatto=_codice_fiscale(contesto, domanda),
    )


def _persone(righe: QuerySet[Incarico] | QuerySet[Iscrizione]) -> QuerySet[Persona]:
    """The persons of these rows, whose ids are read first.

    The plan of a join would depend on the statistics of the tables. Where they say that a table
    is empty, and an import has just filled it, each person found would read all of it again.
    """
    return Persona.objects.filter(pk__in=set(righe.order_by().values_list("persona_id", flat=True)))


def personale(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Who works here today, for who works here too. Three queries."""
    if not contesto.ruoli - DA_FUORI:
        return NIENTE
    di_oggi = Incarico.objects.filter(in_vigore(contesto.oggi), istituto=contesto.istituto).exclude(
        ruolo__in=DA_FUORI
    )
    righe = _persone(di_oggi)
    incarichi = di_oggi.select_related("classe__corso").order_by("ruolo", "classe", "pk")
    return trovati(
        _trova(contesto, domanda, righe).prefetch_related(
            Prefetch("incarichi", queryset=incarichi, to_attr="di_oggi")
        )[fetta],
        lambda persona: Risultato(
            str(persona), _incarichi(persona), _pagina_del_personale(contesto, persona)
        ),
    )


def _pagina_del_personale(contesto: Contesto, persona: Persona) -> str:
    """Of a person who holds no role that the office confers, only who sees all may open it."""
    ruoli = {incarico.ruolo for incarico in persona.di_oggi}
    apre = contesto.ha(*VEDONO_GLI_STUDENTI) or (
        contesto.ha(*APRONO_IL_PERSONALE) and not ruoli.isdisjoint(CONFERIBILI)
    )
    return indirizzo("persona", contesto, persona.pk) if apre else ""


def _incarichi(persona: Persona) -> str:
    classi = [str(i.classe) for i in persona.di_oggi if i.ruolo == Ruolo.COORDINATORE and i.classe]
    ruoli = [nome_ruolo(i.ruolo, persona) for i in persona.di_oggi]
    parole = list(dict.fromkeys(ruoli))
    return f"{elenco(parole)} ({elenco(classi)})" if classi else elenco(parole)


def studenti(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """The students of one's own classes; all of them, former ones too, for who runs the school.

    Five queries.
    """
    iscrizioni = _iscrizioni_visibili(contesto)
    if iscrizioni is None:
        return NIENTE
    righe = _persone(iscrizioni)
    della_persona = iscrizioni.select_related(
        "classe__corso", "classe__sede", "classe__anno_scolastico"
    ).order_by("-classe__anno_scolastico__inizio", "-dal", "-pk")
    persone = list(
        _trova(contesto, domanda, righe).prefetch_related(
            Prefetch("iscrizioni", queryset=della_persona, to_attr="viste")
        )[fetta]
    )
    pagine = _pagine_degli_studenti(contesto, persone) if persone else {}
    return trovati(persone, lambda persona: _studente(persona, pagine))


def _pagine_degli_studenti(contesto: Contesto, persone: list[Persona]) -> dict[int, str]:
    """By the id of the student: the own page for who runs the school, else that of the class."""
    if contesto.ha(*VEDONO_GLI_STUDENTI):
        return {p.pk: indirizzo("persona", contesto, p.pk) for p in persone}
    delle_classi = pagine_delle_classi(contesto, {p.viste[0].classe_id for p in persone})
    return {p.pk: delle_classi.get(p.viste[0].classe_id, "") for p in persone}


def _iscrizioni_visibili(contesto: Contesto) -> QuerySet[Iscrizione] | None:
    tutte = Iscrizione.objects.filter(istituto=contesto.istituto)
    if contesto.ha(*VEDONO_GLI_STUDENTI):
        return tutte
    classi = classi_proprie(contesto)
    if not classi:
        return None
    oggi = contesto.oggi
    in_corso = Q(al__isnull=True) | Q(al__gte=oggi)
    return tutte.filter(in_corso, classe_id__in=classi, dal__lte=oggi)


def classi_proprie(contesto: Contesto) -> frozenset[int]:
    """The classes in which the person teaches or that he or she coordinates today."""
    insegna = {
        i.cattedra.classe_id for i in contesto.incarichi if i.cattedra_id in contesto.cattedre
    }
    return contesto.classi_coordinate | insegna


def _studente(persona: Persona, pagine: dict[int, str]) -> Risultato:
    iscrizione = persona.viste[0]
    classe: Classe = iscrizione.classe
    riga = f"{classe}, {classe.sede}, {classe.anno_scolastico}"
    return Risultato(str(persona), riga, pagine[persona.pk], iscrizione.al)
