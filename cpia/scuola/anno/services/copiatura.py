"""Copies into the new year what was ticked and is not there yet: groups, subjects, roles."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from cpia.scuola import registri
from cpia.scuola.access import Contesto
from cpia.scuola.anno.queries.lettura import Lettura, proposte
from cpia.scuola.anno.rules.copie import (
    Anno,
    Copia,
    Genere,
    StatoCopia,
    cattedra_di_arrivo,
    cattedre_presenti,
    classi_di_arrivo,
)
from cpia.scuola.anno.rules.durata import ultimo_giorno
from cpia.scuola.incarichi.services.comuni import dati_di
from cpia.scuola.models import Appartenenza, Cattedra, Gruppo, Incarico, Iscrizione

DOCENTI = {Genere.DOCENTE, Genere.COORDINATORE}


def copia(
    autore: Contesto, adesso: datetime, letto: Lettura, passati: Collection[int]
) -> dict[str, int]:
    """Write what is ticked; how many rows of each kind. A teacher brings the own subject along.

    ``passati`` are the persons who pass now: they enter also the groups that are formed already,
    which who passed before may have left since.
    """
    voci, vecchio, nuovo = proposte(letto, autore.persona.pk)
    scelte = frozenset(letto.passaggio.scelte)
    scelti = [voce for voce in voci if voce.chiave in scelte]
    possibili = [voce for voce in scelti if voce.stato == StatoCopia.POSSIBILE]
    copiatura = _Copiatura(autore, letto, vecchio, nuovo, passati)
    gruppi = copiatura.gruppi(_di(scelti, Genere.GRUPPO))
    cattedre = copiatura.cattedre(_di(possibili, Genere.CATTEDRA, Genere.DOCENTE))
    incarichi = copiatura.incarichi(_di(possibili, *DOCENTI, Genere.UFFICIO))
    for incarico in incarichi:
        _annota(autore, adesso, incarico)
    return {"gruppi": gruppi, "cattedre": cattedre, "incarichi": len(incarichi)}


def _annota(autore: Contesto, adesso: datetime, incarico: Incarico) -> None:
    """A role copied is a role given: it says from which one it comes."""
    registri.annota(
        autore=autore,
        adesso=adesso,
        azione="conferisce incarico",
        oggetto=incarico,
        dati={**dati_di(incarico), "incarico": incarico.copiato_da_id},
    )


def _di(voci: Iterable[Copia], *generi: Genere) -> list[Copia]:
    return [voce for voce in voci if voce.genere in generi]


class _Copiatura:
    """The rows of the new year as they are born, so that the next ones may stand on them."""

    def __init__(
        self,
        autore: Contesto,
        letto: Lettura,
        vecchio: Anno,
        nuovo: Anno,
        passati: Collection[int],
    ) -> None:
        self.istituto, self.letto = autore.istituto, letto
        self.vecchio, self.nuovo = vecchio, nuovo
        self.passati = frozenset(passati)
        self.per_nome = {(g.classe_id, g.nome): g.id for g in nuovo.gruppi.values()}
        self.membri = {g.id: g.membri for g in nuovo.gruppi.values()}
        self.per_impronta = {k: c.id for k, c in cattedre_presenti(nuovo).items()}

    def gruppi(self, voci: Sequence[Copia]) -> int:
        """Groups, in each class into which some of their members have gone up."""
        iscritti = self._iscritti()
        mete = [
            (gruppo, classe.id)
            for voce in voci
            for gruppo in [self.vecchio.gruppi[voce.id]]
            for classe in classi_di_arrivo(self.vecchio.classi[gruppo.classe_id], self.nuovo)
            if classe == voce.verso or any((classe.id, p) in iscritti for p in gruppo.membri)
        ]
        nati = self._nuovi_gruppi({(classe, gruppo.nome): gruppo.id for gruppo, classe in mete})
        nuove = {
            (nuovo, iscrizione)
            for gruppo, classe in mete
            for nuovo in [self.per_nome[classe, gruppo.nome]]
            for persona in gruppo.membri
            if persona not in self.membri.get(nuovo, ())
            and (persona in self.passati or not self.membri.get(nuovo))
            and (iscrizione := iscritti.get((classe, persona)))
        }
        Appartenenza.objects.bulk_create(
            [
                Appartenenza(istituto=self.istituto, gruppo_id=gruppo, iscrizione_id=iscrizione)
                for gruppo, iscrizione in sorted(nuove)
            ],
            batch_size=5000,
        )
        return nati + len(nuove)

    def _iscritti(self) -> dict[tuple[int, int], int]:
        nuove = Iscrizione.objects.filter(
            istituto=self.istituto, classe_id__in=[classe.id for classe in self.letto.nuove]
        )
        return {
            (classe, persona): pk
            for classe, persona, pk in nuove.values_list("classe_id", "persona_id", "pk")
        }

    def _nuovi_gruppi(self, servono: dict[tuple[int, str], int]) -> int:
        """Make the groups that are not there, like the old ones of these ids; how many."""
        mancano = {dove: pk for dove, pk in servono.items() if dove not in self.per_nome}
        nati = Gruppo.objects.bulk_create(
            Gruppo(
                istituto=self.istituto,
                classe_id=classe,
                tipo=self.vecchio.gruppi[pk].tipo,
                nome=nome,
            )
            for (classe, nome), pk in mancano.items()
        )
        self.per_nome |= {(gruppo.classe_id, gruppo.nome): gruppo.pk for gruppo in nati}
        return len(nati)

    def cattedre(self, voci: Sequence[Copia]) -> int:
        """Subjects, with their group where only some follow them."""
        servono = {}
        for voce in voci:
            cattedra = self.vecchio.cattedre[self._cattedra(voce)]
            if voce.verso and cattedra_di_arrivo(cattedra, voce.verso) not in self.per_impronta:
                servono[cattedra_di_arrivo(cattedra, voce.verso)] = cattedra
        self._nuovi_gruppi(
            {(classe, nome): c.gruppo.id for (classe, _, nome), c in servono.items() if c.gruppo}
        )
        nate = Cattedra.objects.bulk_create(
            Cattedra(
                istituto=self.istituto,
                classe_id=classe,
                disciplina_id=disciplina,
                gruppo_id=self.per_nome[classe, nome] if nome else None,
            )
            for classe, disciplina, nome in servono
        )
        self.per_impronta |= dict(zip(servono, [cattedra.pk for cattedra in nate], strict=True))
        return len(nate)

    def _cattedra(self, voce: Copia) -> int:
        if voce.genere == Genere.CATTEDRA:
            return voce.id
        return self.vecchio.incarichi[voce.id].cattedra_id or 0

    def incarichi(self, voci: Sequence[Copia]) -> list[Incarico]:
        """Roles from the first day of the year; who had an end has one, on the last day."""
        return Incarico.objects.bulk_create([self._incarico(voce) for voce in voci])

    def _incarico(self, voce: Copia) -> Incarico:
        prima, verso = self.vecchio.incarichi[voce.id], voce.verso
        cattedra = None
        if voce.genere == Genere.DOCENTE and verso:
            vecchia = self.vecchio.cattedre[self._cattedra(voce)]
            cattedra = self.per_impronta[cattedra_di_arrivo(vecchia, verso)]
        return Incarico(
            istituto=self.istituto,
            persona_id=prima.persona_id,
            ruolo=prima.ruolo,
            sede_id=prima.sede_id,
            classe_id=verso.id if verso and prima.classe_id else None,
            cattedra_id=cattedra,
            dal=self.letto.dal,
            al=ultimo_giorno(self.letto.nuovo.inizio) if prima.al else None,
            copiato_da_id=prima.id,
        )
