"""What an act keeps of the parameters of its day is what it reads again."""

import json
from datetime import date

import pytest

from cpia.norme.profili import profilo
from cpia.norme.rules.conservati import conservati, da_conservare
from cpia.norme.rules.vigenza import valori_vigenti

GIORNO = date(2024, 6, 5)


@pytest.mark.parametrize("scuola", ["cpia-caltanissetta-enna", "ic-porto-venere"])
def test_every_parameter_is_read_as_it_was_kept(scuola):
    valori = valori_vigenti("", profilo(scuola).disposizioni, GIORNO)
    assert len(valori) > 100
    assert conservati(json.loads(json.dumps(da_conservare(valori)))) == valori
