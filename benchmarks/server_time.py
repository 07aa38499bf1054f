"""Server time of a filter change, page by page, over the real websocket: no browser in the figure.

    .venv/bin/python benchmarks/server_time.py [repeats]

Each page is asked for filter values it has not seen (new) and for those it has (seen). Prints
median and slowest in milliseconds. The limit we hold ourselves to is a median of 150 ms.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import websocket

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402

from app.registry import PAGES  # noqa: E402
from tests.browser.conftest import free_port, wait_until_up  # noqa: E402

DAYS = [f"as_of=2026-{month:02d}-{day:02d}" for month in (8, 9, 10, 11) for day in range(1, 22)]


def main(repeats: int) -> None:
    """Start a server, time every page, stop the server."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_until_up(f"http://127.0.0.1:{port}", process)
        print(
            f"{'page':<12} {'new: median':>12} {'slowest':>8} {'seen: median':>13} {'slowest':>8}"
        )
        for number, spec in enumerate(PAGES):
            path = "" if number == 0 else spec.path
            days = DAYS[:repeats]
            socket = websocket.create_connection(f"ws://127.0.0.1:{port}/_stcore/stream")
            rerun(socket, path, "")
            new = [rerun(socket, path, day) for day in days]
            seen = [rerun(socket, path, day) for day in days]
            socket.close()
            print(
                f"{spec.path:<12} {statistics.median(new):>12.0f} {max(new):>8.0f}"
                f" {statistics.median(seen):>13.0f} {max(seen):>8.0f}"
            )
    finally:
        process.terminate()
        process.wait(timeout=20)


def rerun(socket: websocket.WebSocket, page: str, query: str) -> float:
    """Milliseconds from asking for a view to its last part."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    start = time.perf_counter()
    socket.send_binary(message.SerializeToString())
    answer = ForwardMsg()
    while True:
        answer.ParseFromString(socket.recv())
        if answer.WhichOneof("type") == "script_finished":
            return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
