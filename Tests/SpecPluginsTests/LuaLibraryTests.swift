import Foundation
import TestSupport
import Testing

@Suite struct LuaLibraryTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/lua")

    private static func file(_ name: String) -> URL { folder.appending(path: name) }

    @Test(arguments: LuaTest.all(file("csv.lua"))) func csv(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("csv.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("json.lua"))) func json(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("json.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("text.lua"))) func text(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("text.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("date.lua"))) func date(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("date.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("adf.lua"))) func adf(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("adf.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("hash.lua"))) func hash(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("hash.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("html.lua"))) func html(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("html.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("jira.lua"))) func jira(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("jira.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("markdown.lua"))) func markdown(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("markdown.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("xlsx.lua"))) func xlsx(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("xlsx.lua")) == [])
    }

    @Test(arguments: LuaTest.all(file("sqlite.lua"))) func sqlite(_ test: LuaTest) {
        #expect(LuaTest.run(test.name, in: Self.file("sqlite.lua")) == [])
    }

    @Test func aFailingCaseIsReported() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Self.file("expect.lua"), to: "expect.lua")
        let file = try folder.write(
            "wrong.lua",
            "local expect = require 'expect'\nreturn { wrong = function() expect.equal(1, 2) end }")
        #expect(
            LuaTest.run("wrong", in: file) == [
                "failure runtime tests.lua:2 [lua-tests/wrong] at spec.md:1 found 1, expected 2"
            ])
    }
}
