"""The sum of a person: path, welcome, what the dossier gives, what is left to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from cpia.norme.rules.motivi import Motivo, Valore
from patto_formativo.enums import EsitoProva, Livello, Percorso, TipoEvidenza
from patto_formativo.models import Corsista, Dossier, Evidenza
from patto_formativo.queries.crediti.righe import (
    Asse,
    Contata,
    VoceAsse,
    chiave_di,
    evidenza_contata,
    ore_chieste,
)
from patto_formativo.rules import crediti as norma
from patto_formativo.rules.crediti import ammissione
from patto_formativo.rules.crediti.calcolo import Contributo, DelLivello, Tetto
from patto_formativo.rules.crediti.parole import Quadro, regola_in_breve, tagli_detti
from patto_formativo.rules.misure import NULLA, in_cifre
from patto_formativo.rules.ripartizione import al_centesimo
from patto_formativo.tabelle import voci

Ore = Mapping[str, Fraction]
# Linee guida, parte seconda: on the path of Italian both give up to 90 hours of level A1.
DI_A1 = frozenset({TipoEvidenza.TEST_A1_CPIA, TipoEvidenza.CERTIFICAZIONE_ITALIANO})


@dataclass(frozen=True)
class ContoCrediti:
    """The hours of a person: of the path, of the welcome, recognised, of the plan."""

    corsista: Corsista
    dossier: Dossier | None
    percorso: Percorso
    tabella: norma.Tabella
    ore_totali: Fraction
    accoglienza: Fraction
    ore: Ore
    evidenze: tuple[Evidenza, ...]
    al: date
    soglia: Valore[Fraction]
    distanza: Valore[Fraction]
    unita: Valore[Fraction]
    per_livello: Mapping[str, Ore] = field(default_factory=dict)

    @property
    def regole(self) -> norma.RegolePercorso:
        """Hours and caps of the path."""
        return self.tabella.percorsi[self.percorso]

    @property
    def quadro(self) -> Quadro:
        """What the words of the cuts need."""
        return Quadro(self.percorso, self.ore, self.tabella, self.livello)

    @property
    def livello(self) -> DelLivello | None:
        """The rows that give «le competenze previste per il livello A1», where it has hours."""
        ore = self.per_livello.get(Livello.A1.value)
        return DelLivello(DI_A1, ore) if ore else None

    @property
    def tetto(self) -> Fraction:
        """Hours of credit at most."""
        return self.regole.tetto

    @cached_property
    def riconoscimento(self) -> norma.Riconoscimento:
        """The outcome: what is not asked for, too old or not passed gives nothing."""
        ammesse = [e for e in self.evidenze if self.esclusa(e) is None]
        return norma.riconosci(
            [evidenza_contata(e) for e in ammesse],
            percorso=self.percorso,
            ore=self.ore,
            tabella=self.tabella,
            livello=self.livello,
        )

    @property
    def attestate(self) -> Ore:
        """Hours of each competence as the certificate and the plan have them: cut to the cent."""
        per_competenza = self.riconoscimento.per_competenza
        return {codice: al_centesimo(ore) for codice, ore in per_competenza.items()}

    @property
    def accoglienza_dentro(self) -> bool:
        """Whether the hours of the competences hold those of the welcome too."""
        return self.somma > self.regole.ore - self.regole.accoglienza

    @property
    def psp(self) -> Fraction:
        """Hours of the personalised plan: path − welcome − credits."""
        return self.riconoscimento.ore_psp(self.ore_totali, self.accoglienza)

    @property
    def frequenza_minima(self) -> Fraction:
        """Hours without which the path is not valid."""
        return self.soglia.valore * self.psp

    @property
    def a_distanza(self) -> Fraction:
        """Hours that may be followed at a distance, at most."""
        return self.distanza.valore * self.psp

    @property
    def parte_frequenza(self) -> str:
        """The threshold of attendance, of a hundred."""
        return in_cifre(100 * self.soglia.valore)

    @property
    def parte_distanza(self) -> str:
        """The most that is followed at a distance, of a hundred."""
        return in_cifre(100 * self.distanza.valore)

    @property
    def somma(self) -> Fraction:
        """Hours of all the competences."""
        return sum(self.ore.values(), NULLA)

    @property
    def oltre_il_tetto(self) -> Fraction:
        """Hours that would count and that the cap of the path cuts."""
        tagli = self.riconoscimento.tagli
        return sum((t.da - t.a for t in tagli if t.regola == Tetto.PERCORSO), NULLA)

    @property
    def richiesto(self) -> bool:
        """Whether the person has asked for the recognition."""
        return self.dossier is not None and self.dossier.richiesto_il is not None

    @property
    def da_valutare(self) -> int:
        """How many pieces of evidence were not ascertained yet."""
        return sum(evidenza.valutata_il is None for evidenza in self.evidenze)

    def esclusa(self, evidenza: Evidenza) -> Motivo | None:
        """Why a piece of evidence does not count at all; None when it does."""
        if not self.richiesto:
            return ammissione.non_richiesta()
        if not evidenza.tipo:
            return Motivo("senza_tipo", "", "Il tutor deve ancora dire che cosa è.")
        riga = self.tabella.righe[TipoEvidenza(evidenza.tipo)]
        esito = EsitoProva(evidenza.esito) if evidenza.esito else None
        vecchia = ammissione.troppo_vecchia(riga, evidenza.rilasciata_il, self.al)
        return vecchia or ammissione.non_superata(esito) or self._fuori_quadro(evidenza)

    def _fuori_quadro(self, evidenza: Evidenza) -> Motivo | None:
        """Hours of a competence that the year does not have any more."""
        chieste = [*evidenza.richieste, *filter(None, [evidenza.competenza])]
        fuori = [codice for codice in chieste if codice not in self.ore]
        if evidenza.ore_attivita is not None and not evidenza.competenza:
            return Motivo("senza_competenza", "", "Manca la competenza a cui è coerente.")
        if not fuori:
            return None
        testo = f"Nel quadro orario dell’anno non c’è {fuori[0]}."
        return Motivo("fuori_quadro", self.regole.fonte, testo)

    @cached_property
    def righe(self) -> tuple[Contata, ...]:
        """The dossier in its order, with the running total."""
        righe, in_tutto = [], NULLA
        for evidenza in self.evidenze:
            suoi = self._contributi(evidenza)
            in_tutto += sum((c.riconosciute for c in suoi), NULLA)
            righe.append(self._contata(evidenza, suoi, in_tutto))
        return tuple(righe)

    def _contributi(self, evidenza: Evidenza) -> tuple[Contributo, ...]:
        chiave = chiave_di(evidenza)
        return tuple(c for c in self.riconoscimento.contributi if c.evidenza.id == chiave)

    def _contata(
        self, evidenza: Evidenza, suoi: tuple[Contributo, ...], in_tutto: Fraction
    ) -> Contata:
        regola = ""
        if evidenza.tipo:
            riga = self.tabella.righe[TipoEvidenza(evidenza.tipo)]
            regola = regola_in_breve(riga, self.quadro)
        return Contata(
            evidenza=evidenza,
            contributi=suoi,
            chieste=ore_chieste(evidenza, self.tabella),
            in_tutto=in_tutto,
            regola=regola,
            tagli=tagli_detti(suoi, self.quadro) if suoi else None,
            esclusa=self.esclusa(evidenza),
        )

    @cached_property
    def assi(self) -> tuple[Asse, ...]:
        """Hours recognised of each competence, axis by axis."""
        riconosciute = self.riconoscimento.per_competenza
        per_asse: dict[str, list[VoceAsse]] = {}
        for codice, voce in voci(self.percorso).items():
            if codice in self.ore:
                date_ = riconosciute.get(codice, NULLA)
                riga = VoceAsse(codice, voce.testo, date_, self.ore[codice])
                per_asse.setdefault(voce.asse, []).append(riga)
        return tuple(
            Asse(nome, tuple(righe), tuple(r.codice for r in righe if not r.riconosciute))
            for nome, righe in per_asse.items()
        )

    def con(self, evidenze: Iterable[Evidenza]) -> "ContoCrediti":
        """The same person with another dossier: a trial that writes nothing."""
        return replace(self, evidenze=tuple(evidenze))
