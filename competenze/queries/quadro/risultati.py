"""What each student has in each competence: mean, decision, certified level, put together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from competenze.enums import Livello, OrigineLivello, StatoClasse
from competenze.models import ClasseRilevata, Decisione, LivelloCertificato
from competenze.queries.classe import Classe, Colonna
from competenze.queries.quadro.conteggi import Chiave, Conteggi
from competenze.rules.decisioni import LivelloValido, livello_valido
from competenze.rules.media import Criteri, Riepilogo, livello_proposto
from cpia.scuola.models import Iscrizione


@dataclass(frozen=True, slots=True)
class Risultato:
    """One student in one competence (and language), as it stands now."""

    iscrizione: Iscrizione
    colonna: Colonna
    riepilogo: Riepilogo
    dalla_media: Livello | None
    decisione: Decisione | None
    certificato: LivelloCertificato | None

    @property
    def valido(self) -> LivelloValido:
        """The level that counts today; a frozen class keeps its own, whatever came after."""
        if self.certificato:
            livello = self.certificato.livello
            origine = OrigineLivello(self.certificato.origine)
            return LivelloValido(Livello(livello) if livello else None, origine)
        deciso = Livello(self.decisione.livello) if self.decisione else None
        return livello_valido(self.dalla_media, deciso)

    @property
    def codice(self) -> str:
        """The level as the addresses and the database write it, empty when undefined."""
        livello = self.valido.livello
        return livello.value if livello else ""


@dataclass(frozen=True, slots=True)
class Atti:
    """What coordinator and consiglio di classe have set in a class."""

    decisioni: Mapping[Chiave, Decisione]
    certificati: Mapping[Chiave, LivelloCertificato]


def atti(rilevata: ClasseRilevata) -> Atti:
    """Decisions in force and, once the class is frozen, its levels. One or two queries."""
    decisioni = Decisione.objects.filter(
        istituto_id=rilevata.istituto_id, classe_rilevata=rilevata, ritirata_il__isnull=True
    ).select_related("autore")
    certificati = LivelloCertificato.objects.filter(
        istituto_id=rilevata.istituto_id, classe_rilevata=rilevata
    )
    aperta = rilevata.stato == StatoClasse.APERTA
    return Atti(
        decisioni={(d.iscrizione_id, d.competenza_id, d.lingua): d for d in decisioni},
        certificati={}
        if aperta
        else {(c.iscrizione_id, c.competenza_id, c.lingua): c for c in certificati},
    )


def colonne_della_classe(classe: Classe) -> tuple[Colonna, ...]:
    """Every competence of the model, the one by language once for each language of the class.

    The languages that more students study come first.
    """
    studenti = studenti_per_lingua(classe)
    lingue = sorted(studenti, key=lambda lingua: (-len(studenti[lingua]), lingua))
    return tuple(
        Colonna(competenza, lingua)
        for competenza in classe.competenze
        for lingua in (lingue if competenza.per_lingua else [""])
    )


def studenti_per_lingua(classe: Classe) -> dict[str, frozenset[int]]:
    """Who studies each language, by the subjects that the students follow."""
    studenti: dict[str, set[int]] = defaultdict(set)
    for inserimento in classe.inserimenti:
        if lingua := inserimento.cattedra.disciplina.lingua:
            studenti[lingua].update(i.pk for i in classe.studenti_di(inserimento))
    return {lingua: frozenset(chi) for lingua, chi in studenti.items()}


def risultati(
    classe: Classe, conteggi: Conteggi, degli_atti: Atti, criteri: Criteri
) -> dict[Chiave, Risultato]:
    """Every student in every competence; the one by language only in the languages studied."""
    lingue = studenti_per_lingua(classe)
    tutti = {}
    for colonna in colonne_della_classe(classe):
        competenza, lingua = colonna.chiave
        for iscrizione in classe.iscrizioni:
            if lingua and iscrizione.pk not in lingue[lingua]:
                continue
            chiave = (iscrizione.pk, competenza, lingua)
            riepilogo = conteggi.di(chiave)
            tutti[chiave] = Risultato(
                iscrizione=iscrizione,
                colonna=colonna,
                riepilogo=riepilogo,
                dalla_media=livello_proposto(riepilogo, criteri),
                decisione=degli_atti.decisioni.get(chiave),
                certificato=degli_atti.certificati.get(chiave),
            )
    return tutti
