"""servizi.json, the clock and the folder of the demo survive its stops."""

import json
import os
import socket
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from servizi.clock import BEGINNING, DemoClock
from servizi.config import HOST, load_config, read_config, save_variables
from servizi.faults import AvvioImpossibile
from servizi.folder import lock_folder


def test_passwords_and_ports_are_kept(tmp_path):
    first = load_config(tmp_path)
    assert load_config(tmp_path) == first == read_config(tmp_path)


def test_two_folders_share_no_secret(tmp_path):
    (tmp_path / "altra").mkdir()
    first, second = load_config(tmp_path), load_config(tmp_path / "altra")
    assert first.owner_password != second.owner_password
    assert first.secret_key != second.secret_key


def test_a_port_that_somebody_has_taken_is_left_to_them(tmp_path):
    before = load_config(tmp_path)
    with socket.socket() as other:
        other.bind((HOST, before.valkey_port))
        after = load_config(tmp_path)
    assert after.valkey_port != before.valkey_port
    assert after.postgres_port == before.postgres_port
    assert after.valkey_password == before.valkey_password


def test_only_the_user_reads_the_file(tmp_path):
    load_config(tmp_path)
    assert (tmp_path / "servizi.json").stat().st_mode & 0o777 == 0o600


def test_other_variables_in_the_file_stay(tmp_path):
    load_config(tmp_path)
    save_variables(tmp_path, {"PORTALE_URL": "http://127.0.0.1:8000"})
    load_config(tmp_path)
    known = json.loads((tmp_path / "servizi.json").read_text())
    assert known["PORTALE_URL"] == "http://127.0.0.1:8000"
    assert known["AMBIENTE"] == "dimostrazione"


def test_one_launcher_for_one_folder(tmp_path):
    with lock_folder(tmp_path), pytest.raises(AvvioImpossibile, match="già in funzione"):
        lock_folder(tmp_path)
    lock_folder(tmp_path).close()


def test_the_clock_of_the_demo_rests_while_it_is_off(tmp_path):
    started = datetime(2030, 1, 1, 12, tzinfo=UTC)
    with time_machine.travel(started, tick=False) as true_clock:
        clock = DemoClock(tmp_path)
        assert datetime.now(UTC) + timedelta(seconds=clock.shift) == BEGINNING
        true_clock.shift(timedelta(hours=2))
        clock.save()
        true_clock.shift(timedelta(days=40))
        again = DemoClock(tmp_path)
        assert datetime.now(UTC) + timedelta(seconds=again.shift) == BEGINNING + timedelta(hours=2)


def test_a_spoilt_clock_begins_again(tmp_path):
    (tmp_path / "orologio").write_text("ieri")
    with time_machine.travel(datetime(2030, 1, 1, tzinfo=UTC), tick=False):
        now = datetime.now(UTC) + timedelta(seconds=DemoClock(tmp_path).shift)
    assert now == BEGINNING


def test_nobody_else_is_let_into_the_folder(tmp_path):
    from servizi.folder import make_folder

    folder = make_folder(tmp_path / "dati")
    others = 0o711 if os.geteuid() == 0 else 0o700
    assert folder.stat().st_mode & 0o777 == others
    assert {(folder / name).stat().st_mode & 0o777 for name in ("log", "media", "posta")} == {0o700}
