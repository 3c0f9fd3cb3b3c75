package dev.tributary.local.demo;

import dev.tributary.local.suite.ServiceProcess;

/** A service that will be killed, with its name for people. */
record Victim(String name, ServiceProcess process) {}
